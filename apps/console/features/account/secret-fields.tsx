import { Input } from 'antd';
import { FieldFrame } from '../../shared/forms/field-frame.tsx';
import type { Field, FieldText } from '../../shared/forms/form.ts';

/** A password, which a browser or its keeper of passwords may fill in. */
export const password = (text: FieldText, which: 'current-password' | 'new-password'): Field<unknown> => ({
  text,
  Input: (props) => (
    <FieldFrame {...props}>
      <Input.Password autoComplete={which} />
    </FieldFrame>
  ),
});

/** A code of the app on one's device. */
export const code: Field<unknown> = {
  text: 'ownCode',
  Input: (props) => (
    <FieldFrame {...props} required>
      <Input inputMode="numeric" autoComplete="one-time-code" className="code" />
    </FieldFrame>
  ),
};

export const email: Field<unknown> = {
  text: 'ownEmail',
  Input: (props) => (
    <FieldFrame {...props}>
      <Input type="email" autoComplete="email" />
    </FieldFrame>
  ),
};
