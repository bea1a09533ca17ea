import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import { weekday } from '../dates/dates.ts';
import { useTexts } from '../texts/i18n.ts';
import { FieldFrame } from './field-frame.tsx';
import type { Field, FieldProps, FieldText, InputOf } from './form.ts';
import { readable } from './readable.ts';
import type { Unread } from './typed.ts';

dayjs.extend(customParseFormat);

/** As days are typed in an office; shown as the first. A year of two digits would be read before one has typed its end. */
const DAYS = [
  ...['/', '-', '.'].flatMap((mark) =>
    ['DD MM YYYY', 'D M YYYY', 'DD M YYYY', 'D MM YYYY'].map((parts) => parts.replaceAll(' ', mark)),
  ),
  'DDMMYYYY',
];

/** A day of the domain, or nothing where it is none: an address may hold anything. */
const dayOf = (value: string | undefined): dayjs.Dayjs | null => {
  const read = dayjs(value, 'YYYY-MM-DD', true);
  return read.isValid() ? read : null;
};

const isDay = (typed: string): boolean => DAYS.some((format) => dayjs(typed, format, true).isValid());

interface DayProps extends InputOf<string> {
  readonly onBlur?: () => void;
  /** What is no day is told when the field is left; without it the field is what it was before. */
  readonly onUnread?: (typed: string) => void;
}

/** Takes and gives `2026-03-02`. */
export const Day = ({ id, value, onChange, onBlur, onUnread }: DayProps) => (
  <DatePicker
    {...(id === undefined ? {} : { id })}
    format={DAYS}
    placeholder="dd/mm/yyyy"
    value={dayOf(value)}
    onChange={(chosen) => onChange?.(chosen ? chosen.format('YYYY-MM-DD') : undefined)}
    onBlur={({ target }) => {
      const typed = target instanceof HTMLInputElement ? target.value.trim() : '';
      if (typed !== '' && !isDay(typed)) onUnread?.(typed);
      onBlur?.();
    }}
  />
);

/**
 * What stands in a field of days, with its day of the week: who sets a date should see that it is a Saturday. What is no day
 * is told by what was typed, and refused there.
 */
const TypedDay = ({ value, onChange, ...rest }: InputOf<string | Unread> & Pick<DayProps, 'onBlur'>) => {
  const { language } = useTexts();
  return (
    <>
      <Day
        {...rest}
        {...(typeof value === 'string' ? { value } : {})}
        onChange={(day) => onChange?.(day)}
        onUnread={(typed) => onChange?.({ unread: typed })}
      />
      {typeof value === 'string' && dayOf(value) && <span className="help"> {weekday(value, language)}</span>}
    </>
  );
};

/** A date of the domain, typed or chosen. */
export const date = (text: FieldText): Field<unknown> => ({
  text,
  Input: (props: FieldProps<unknown>) => {
    const { t } = useTexts();
    const label = t(`fields.${text}.label`);
    // What cannot be read is no text to the rule that asks for one.
    const { type: _, ...shape } = props.shape;
    return (
      <FieldFrame {...props} shape={shape} rules={[readable((typed) => t('forms.notADay', { label, typed }))]}>
        <TypedDay />
      </FieldFrame>
    );
  },
});
