import { Form, Input } from 'antd';
import { RecipientBody } from '../../../shared/api/generated/shapes.gen.ts';
import type { RecipientBody as Recipient } from '../../../shared/api/generated/types.gen.ts';
import { group } from '../../../shared/forms/composed-fields.tsx';
import { choice } from '../../../shared/forms/fields.tsx';
import type { Field, FieldProps } from '../../../shared/forms/form.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';

/** The name, called as it is for a collective, a person, a household. */
const nameField: Field<unknown> = {
  text: 'recipientName',
  Input: ({ path, shape, text }: FieldProps<unknown>) => {
    const { t } = useTexts();
    const type = Form.useWatch<Recipient['type'] | undefined>([...path.slice(0, -1), 'type'], Form.useFormInstance());
    const label = type ? t(`commendations.propose.names.${type}`) : t(`fields.${text}.label`);
    return (
      <Form.Item
        name={[...path]}
        label={label}
        extra={t(`fields.${text}.help`)}
        rules={[
          { required: true, whitespace: true, message: t('forms.required', { label }) },
          { max: shape.maxLength ?? 0, message: t('forms.tooLong', { label, max: shape.maxLength }) },
        ]}
      >
        <Input autoComplete="off" />
      </Form.Item>
    );
  },
};

/** Who is to be rewarded. */
export const recipientField: Field<unknown> = group('recipient', RecipientBody, {
  type: choice('recipientType', 'recipientTypeNames'),
  name: nameField,
});
