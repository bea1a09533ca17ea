import { dayMonthYear, isLocalDate } from '#domain';
import {
  ACT_NAMES,
  AWARD_FORM_NAMES,
  CHANGED_NAMES,
  COMMENDATION_STATUS_NAMES,
  DECISION_STATUS_NAMES,
  DOCUMENT_KIND_NAMES,
  MILESTONE_NAMES,
  CORRECTABLE_NAMES,
  REGISTRATION_STATUS_NAMES,
  REGULATION_STATUS_NAMES,
  REPORT_STATUS_NAMES,
  ROLE_NAMES,
  UNIT_KIND_NAMES,
  type Word,
} from '#words';
import { fill, type Params, type Sentence } from './language.ts';

type Lookup = Readonly<Record<string, Word>>;

const NOT_THERE: Lookup = { NONE: ['chưa có', 'not there yet'] };

/** What each workflow is about, and the words of its own statuses: the same code is told otherwise in another. */
const WORKFLOWS: Readonly<Record<string, { readonly name: Word; readonly statuses: Lookup }>> = {
  registration: { name: ['đăng ký', 'the registration'], statuses: REGISTRATION_STATUS_NAMES },
  decision: { name: ['quyết định', 'the decision'], statuses: DECISION_STATUS_NAMES },
  commendation: { name: ['đề nghị khen thưởng', 'the commendation'], statuses: COMMENDATION_STATUS_NAMES },
  report: { name: ['báo cáo', 'the report'], statuses: REPORT_STATUS_NAMES },
};

/** The words for what a refusal names by its code, by the name of the value. */
const WORDS: Readonly<Record<string, Lookup>> = {
  workflow: Object.fromEntries(Object.entries(WORKFLOWS).map(([code, { name }]) => [code, name])),
  sourceStatus: REGISTRATION_STATUS_NAMES,
  regulationStatus: REGULATION_STATUS_NAMES,
  role: ROLE_NAMES,
  roles: ROLE_NAMES,
  items: CORRECTABLE_NAMES,
  kinds: DOCUMENT_KIND_NAMES,
  form: AWARD_FORM_NAMES,
  act: ACT_NAMES,
  unitKind: UNIT_KIND_NAMES,
  limit: CHANGED_NAMES,
  milestone: MILESTONE_NAMES,
};

/** An id says nothing to people: one that nobody put a name for is left out. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** What is written in figures and is no quantity: a year, the number of a paper, and what is typed as it stands. */
const PLAIN: ReadonlySet<string> = new Set(['year', 'untilYear', 'number', 'next', 'gap']);

/** Of a longer list the first are named, and the others counted. */
const NAMED = 5;

const andMore = (count: number): Word => [`và ${String(count)} mục khác`, `and ${String(count)} more`];

/** How quantities are written: `183.676`. */
const LOCALES = ['vi-VN', 'en-GB'] as const;

/** A refusal to people: what it names by a code is told by its word, a day and a quantity as they are written. */
export const refusalText = ({ vi, en }: Sentence, params: Params = {}): Sentence => ({
  vi: fill(vi, inWords(params, 0)),
  en: fill(en, inWords(params, 1)),
});

const inWords = (params: Params, language: 0 | 1): Params => {
  const statuses: Lookup = { ...WORKFLOWS[String(params['workflow'])]?.statuses, ...NOT_THERE };
  const lookups: typeof WORDS = { ...WORDS, status: statuses, possible: statuses };
  const told = (name: string, one: string): string =>
    lookups[name]?.[one]?.[language] ?? (isLocalDate(one) ? dayMonthYear(one) : one);
  const all = (name: string, value: Params[string]): Params[string] | undefined => {
    if (typeof value === 'number') return PLAIN.has(name) ? value : value.toLocaleString(LOCALES[language]);
    if (typeof value === 'string') return UUID.test(value) ? undefined : told(name, value);
    const known = value.filter((one) => !UUID.test(one));
    const named = known.slice(0, NAMED).map((one) => told(name, one));
    const more = known.length - named.length;
    return more > 0 ? [...named, andMore(more)[language]] : named.length > 0 ? named : undefined;
  };
  const words = Object.entries(params).map(([name, value]) => [name, all(name, value)] as const);
  return Object.fromEntries(words.filter((each): each is [string, Params[string]] => each[1] !== undefined));
};
