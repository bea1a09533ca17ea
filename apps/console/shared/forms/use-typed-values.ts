import type { FormInstance } from 'antd';
import { useState } from 'react';
import type { CommandForm } from './form.ts';
import { onTopOf, touched, type Values } from './touched.ts';
import type { useDraft } from './use-draft.ts';

interface Given<Subject> {
  readonly form: Pick<CommandForm<Subject>, 'initial'>;
  readonly subject: Subject;
  readonly fields: FormInstance<Record<string, unknown>>;
  readonly draft: ReturnType<typeof useDraft>;
}

/**
 * What was typed in a form, apart from what it began with: only the former is kept as a draft, and only the former goes
 * on top of what somebody else did meanwhile.
 */
export const useTypedValues = <Subject>({ form, subject, fields, draft }: Given<Subject>) => {
  const initial: Values = form.initial?.(subject) ?? {};
  const [begun, setBegun] = useState(initial);
  const show = (values: Values): void => {
    const shown = fields.getFieldsValue(true) as Values;
    fields.setFieldsValue({ ...Object.fromEntries(Object.keys(shown).map((field) => [field, undefined])), ...values });
    setBegun(initial);
  };
  return {
    first: onTopOf(begun, draft.found?.values ?? {}),
    typedIn: (all: Values): Values => touched(all, begun),
    /** Shows what was typed on top of what the thing holds now. */
    takeOver: () => show(onTopOf(initial, touched(fields.getFieldsValue(true) as Values, begun))),
    startAnew: () => {
      draft.discard();
      show(initial);
    },
  };
};
