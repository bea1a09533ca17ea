import { Input } from 'antd';
import type { Rule } from 'antd/es/form';
import { useState, type AriaAttributes } from 'react';
import { count } from '../dates/dates.ts';
import { useTexts, type Language } from '../texts/i18n.ts';
import { FieldFrame } from './field-frame.tsx';
import type { Field, FieldProps, FieldText } from './form.ts';
import { readable } from './readable.ts';
import { isOutOfReach, isUnread, readAmount, readWhole, written, type Unread } from './typed.ts';

/** What a field of numbers holds: a number, nothing, or what could not be read. */
export type TypedNumber = number | Unread | undefined;

/** What the frame of a field tells a screen reader: that it is required, that it is wrong, and why. */
export type FieldAria = Pick<AriaAttributes, 'aria-required' | 'aria-invalid' | 'aria-describedby'>;

interface TypedProps extends FieldAria {
  readonly id?: string;
  readonly value?: TypedNumber;
  readonly onChange?: (value: TypedNumber) => void;
  readonly onBlur?: () => void;
}

/** A number as one types it; it is written as the language has it once the field is left. */
const TypedInput = ({
  read,
  decimal,
  id,
  value,
  onChange,
  onBlur,
  ...aria
}: TypedProps & { readonly read: (typed: string, language: Language) => TypedNumber; readonly decimal?: boolean }) => {
  const { language } = useTexts();
  const [typing, setTyping] = useState<string>();
  return (
    <Input
      {...aria}
      {...(id === undefined ? {} : { id })}
      className="number"
      inputMode={decimal ? 'decimal' : 'numeric'}
      autoComplete="off"
      {...(isUnread(value) && typing === undefined ? { status: 'error' as const } : {})}
      value={typing ?? written(value, language)}
      onChange={({ target }) => {
        setTyping(target.value);
        onChange?.(read(target.value, language));
      }}
      onBlur={() => {
        setTyping(undefined);
        onBlur?.();
      }}
    />
  );
};

/** A whole number as it is read in the language: `183.676`. */
export const Whole = (props: TypedProps) => <TypedInput {...props} read={readWhole} />;

const Amount = (props: TypedProps) => <TypedInput {...props} read={readAmount} decimal />;

interface Range {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** What is wrong with what is no whole number, or too small or large; nothing with what was left empty, or said to be none. */
export const useWholeFault = () => {
  const { t, language } = useTexts();
  return (label: string, { min = 0, max = Number.MAX_SAFE_INTEGER }: Range, value: unknown): string | undefined => {
    if (isUnread(value) && !isOutOfReach(value)) return t('forms.notWhole', { label, typed: value.unread });
    const isOut = typeof value === 'number' ? value < min || value > max : isUnread(value);
    return isOut ? t('forms.outOfRange', { label, min: count(min, language), max: count(max, language) }) : undefined;
  };
};

/** Refuses what is no whole number, or too small or large. */
export const useWholeRule = (): ((label: string, range: Range) => Rule) => {
  const faultOf = useWholeFault();
  return (label, range) => ({
    validator: async (_rule, value: TypedNumber) => {
      const fault = faultOf(label, range, value);
      if (fault !== undefined) throw new Error(fault);
      await Promise.resolve();
    },
  });
};

/** A whole number: people, votes, points. */
export const whole = (text: FieldText): Field<unknown> => ({
  text,
  Input: (props: FieldProps<unknown>) => {
    const { t } = useTexts();
    const rule = useWholeRule();
    const { minimum: min, maximum: max } = props.shape;
    return (
      <FieldFrame {...props} rules={[rule(t(`fields.${text}.label`), { min, max })]}>
        <Whole />
      </FieldFrame>
    );
  },
});

/** A number that may have decimals: what an indicator says. */
export const amount = (text: FieldText): Field<unknown> => ({
  text,
  Input: (props: FieldProps<unknown>) => {
    const { t } = useTexts();
    const label = t(`fields.${text}.label`);
    return (
      <FieldFrame {...props} rules={[readable((typed) => t('forms.notANumber', { label, typed }))]}>
        <Amount />
      </FieldFrame>
    );
  },
});
