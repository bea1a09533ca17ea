import { day } from '../dates/dates.ts';
import type { Language } from '../texts/i18n.ts';
import type { FieldText } from './form.ts';
import type { Values } from './touched.ts';
import { isUnread, written } from './typed.ts';

/** Fields as far as they have labels. */
export interface Labelled {
  readonly fields?: Readonly<Record<string, Labelled & { readonly text: FieldText }>>;
}

interface Words {
  /** For what was chosen from a list: its code tells a person nothing. */
  readonly chosen: string;
  readonly yes: string;
  readonly no: string;
  readonly language: Language;
}

const isCode = (text: string): boolean => /^[\da-f-]{36}$|^[A-Z][\dA-Z_]*$|^none$/u.test(text);
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(text);

/** What stands in the fields of a form as text: a line for each, by its label. */
export const textOf = (values: Values, form: Labelled, label: (text: FieldText) => string, words: Words): string => {
  const valueOf = (value: unknown, of: Labelled): readonly string[] => {
    if (value === null || value === undefined || value === '') return [];
    if (typeof value === 'boolean') return [value ? words.yes : words.no];
    if (typeof value === 'number' || isUnread(value)) return [written(value, words.language)];
    if (typeof value === 'string') return [isCode(value) ? words.chosen : isDay(value) ? day(value) : value];
    if (Array.isArray(value)) return [...new Set(value.flatMap((each) => valueOf(each, of)))];
    return [linesOf(value as Values, of).join('; ')];
  };
  const linesOf = (part: Values, { fields }: Labelled): readonly string[] =>
    Object.entries(part).flatMap(([name, value]) => {
      const field = fields?.[name];
      const said = valueOf(value, field ?? {});
      if (said.length === 0) return [];
      return [`${field === undefined ? name : label(field.text)}: ${said.join('; ')}`];
    });
  return linesOf(values, form).join('\n');
};
