import { Form } from 'antd';
import type { Rule } from 'antd/es/form';
import type { ReactNode } from 'react';
import { useTexts } from '../texts/i18n.ts';
import { isChosen } from './chosen.ts';
import type { FieldProps } from './form.ts';

interface Framed extends Omit<FieldProps<never>, 'subject'> {
  readonly children: ReactNode;
  readonly rules?: readonly Rule[];
  /** What it holds where nothing was typed, of a field that is known only once it is shown. */
  readonly initialValue?: unknown;
  /** Instead of the label of the texts: the name of a criterion. */
  readonly label?: string;
  /** One chooses what it holds, and does not type it; told by its shape where nothing is said. */
  readonly chosen?: boolean;
  /** A word after the label: when it is asked for. */
  readonly mark?: string | undefined;
  /** How what is sent becomes what the input shows; as it is unless told. */
  readonly getValueProps?: (value: unknown) => Record<string, unknown>;
}

/** Label, help, what is required, how long; a fault of the api appears here too. */
export const FieldFrame = ({ path, text, shape, children, rules = [], mark, getValueProps, ...of }: Framed) => {
  const { t } = useTexts();
  const { chosen = isChosen(shape) } = of;
  // A list that must be sent may be empty, unless so many are asked for.
  const required = of.required && (shape.type !== 'array' || (shape.minItems ?? 0) > 0);
  const label = of.label ?? t(`fields.${text}.label`);
  const shown = of.label === undefined ? label : <span lang="vi">{label}</span>;
  return (
    <Form.Item
      name={[...path]}
      label={
        mark ? (
          <span>
            {shown} <span className="field-mark">{mark}</span>
          </span>
        ) : (
          shown
        )
      }
      extra={of.label === undefined ? t(`fields.${text}.help`) || undefined : undefined}
      required={required}
      {...(of.initialValue === undefined ? {} : { initialValue: of.initialValue })}
      {...(getValueProps ? { getValueProps } : {})}
      rules={[
        // Any rule but `required` alone takes the value for a text, and refuses numbers and lists.
        ...(required
          ? [
              {
                required: true,
                // Only a text has spaces; of a list or a number the rule would ask for a text.
                ...(shape.type === 'string' ? { whitespace: true } : {}),
                ...(shape.type === 'array' ? { type: 'array' as const } : {}),
                message: t(chosen ? 'forms.notChosen' : 'forms.required', { label }),
              },
            ]
          : []),
        ...(shape.maxLength
          ? [{ max: shape.maxLength, message: t('forms.tooLong', { label, max: shape.maxLength }) }]
          : []),
        ...rules,
      ]}
    >
      {children}
    </Form.Item>
  );
};
