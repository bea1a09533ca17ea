import { dayMonthYear, isLocalDate } from '#domain';
import {
  ACT_NAMES,
  COMMENDATION_STATUS_NAMES,
  DECISION_STATUS_NAMES,
  DOCUMENT_KIND_NAMES,
  REGISTRATION_ITEM_NAMES,
  REGISTRATION_STATUS_NAMES,
  REPORT_STATUS_NAMES,
  ROLE_NAMES,
  UNIT_KIND_NAMES,
  type Word,
} from '#words';
import { fill, type Params, type Sentence } from './language.ts';

type Lookup = Readonly<Record<string, Word>>;

/** The words for what a refusal names by its code, by the name of the value. */
const WORDS: Readonly<Record<string, Lookup>> = {
  status: {
    ...COMMENDATION_STATUS_NAMES,
    ...DECISION_STATUS_NAMES,
    ...REPORT_STATUS_NAMES,
    ...REGISTRATION_STATUS_NAMES,
    NONE: ['chưa có', 'not there yet'],
  },
  roles: ROLE_NAMES,
  items: { ...REGISTRATION_ITEM_NAMES, name: ['tên mô hình', 'name'], field: ['lĩnh vực', 'field'] },
  kinds: DOCUMENT_KIND_NAMES,
  act: ACT_NAMES,
  unitKind: UNIT_KIND_NAMES,
};

/** A refusal to people: what it names by a code is told by its word, and a day as it is written. */
export const refusalText = ({ vi, en }: Sentence, params: Params = {}): Sentence => ({
  vi: fill(vi, inWords(params, 0)),
  en: fill(en, inWords(params, 1)),
});

const inWords = (params: Params, language: 0 | 1): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const told = (one: string): string =>
        WORDS[name]?.[one]?.[language] ?? (isLocalDate(one) ? dayMonthYear(one) : one);
      return [name, typeof value === 'number' ? value : typeof value === 'string' ? told(value) : value.map(told)];
    }),
  );
