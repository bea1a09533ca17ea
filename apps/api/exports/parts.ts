import { dayMonthYear, isLocalDate, type Actor, type DocumentCitation, type reporting, type Role } from '#domain';
import type { Import, RowKind } from '#imports';
import type { AppointmentRow, CycleRow, MovementStatistics, RegistrationLine, TimelineEntry } from '#read-models';
import type { Language, Sentence } from '#problems';
import * as words from '#words';

/** A word in the language of the file. */
export const inLanguage = ([vi, en]: words.Word, language: Language): string => (language === 'vi' ? vi : en);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What columns hold that is more than a text, as people write it; the same column is the same in every list. */
export const textOf = (column: string, value: object, language: Language): string => {
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join('; ');
  const part = PARTS[column];
  if (part === undefined) throw new Error(`nobody said how ${column} is written`);
  return part(value as never, (word) => inLanguage(word, language));
};

type Say = (word: words.Word) => string;

/** Who acts where no person does. */
export const SYSTEM: words.Word = ['hệ thống', 'the system'];

const ROLE_NAMES: Readonly<Record<Actor['role'], words.Word>> = {
  ...words.ROLE_NAMES,
  SYSTEM: ['hệ thống làm tiếp', 'carried on by the system'],
  SELF: ['cho chính mình', 'for oneself'],
};

const role = (of: Role, say: Say): string => capital(say(words.ROLE_NAMES[of]));

type CorrectedMark = NonNullable<RegistrationLine['corrected']>[number];

interface Awaited {
  readonly role: Role;
  readonly name: Sentence;
  readonly obstacle: Sentence | null;
}

type Figures = MovementStatistics['total'];
type Office = AppointmentRow & { readonly unitName: string | null };

const ADJUSTMENTS: Readonly<Record<keyof Figures['adjustments'], words.Word>> = {
  revoked: ['thu hồi công nhận', 'recognitions revoked'],
  commendationsCancelled: ['hủy khen thưởng', 'commendations cancelled'],
  revokedLater: ['thu hồi công nhận sau ngày chốt', 'recognitions revoked later'],
  commendationsCancelledLater: ['hủy khen thưởng sau ngày chốt', 'commendations cancelled later'],
};

const SHARES: Readonly<Record<keyof Figures['shares'], words.Word>> = {
  recognizedOfRegistered: ['công nhận trên đăng ký', 'recognized of registered'],
  typicalOfRecognized: ['tiêu biểu trên công nhận', 'typical of recognized'],
  commendedOfProposed: ['khen thưởng trên đề nghị', 'commended of proposed'],
};

const entriesOf = <Key extends string, Value>(of: Readonly<Record<Key, Value>>): [Key, Value][] =>
  Object.entries(of) as [Key, Value][];

const inWords = ({ vi, en }: TimelineEntry['sentence'], say: Say): string => say([vi, en]);

const OUTCOMES: words.Words<RowKind> = {
  created: ['tạo mới', 'created'],
  changed: ['cập nhật', 'changed'],
  unchanged: ['không đổi', 'unchanged'],
  kept: ['giữ nguyên', 'kept'],
  failed: ['lỗi', 'errors'],
};

const PARTS: Readonly<Record<string, (value: never, say: Say) => string>> = {
  sentence: inWords,
  document: ({ number, issuedOn }: DocumentCitation) => `${number}, ${dayMonthYear(issuedOn)}`,
  documentNumber: ({ text }: { readonly text: string }) => text,
  period: ({ kind, year }: reporting.ReportingPeriod, say) =>
    `${capital(say(words.PERIOD_NAMES[kind]))} ${String(year)}`,
  counts: (counts: Import['counts'], say) =>
    entriesOf(counts)
      .flatMap(([kind, count]) => (count === 0 ? [] : [`${capital(say(OUTCOMES[kind]))}: ${String(count)}`]))
      .join('; '),
  acts: (acts: readonly Awaited[], say) =>
    acts
      .map(({ role: of, name, obstacle }) => {
        const asked = `${role(of, say)}: ${say([name.vi, name.en])}`;
        return obstacle === null ? asked : `${asked} (${say([obstacle.vi, obstacle.en])})`;
      })
      .join('; '),
  stepName: inWords,
  voidSentence: inWords,
  remark: ({ sentence }: { readonly sentence: Sentence }, say) => say([sentence.vi, sentence.en]),
  appointments: (offices: readonly Office[], say) =>
    offices
      .map((office) => `${role(office.role, say)}, ${office.unitName ?? ''}, ${dayMonthYear(office.fromOn)}`)
      .join('; '),
  actor: (actor: Actor, say) => capital(say(ROLE_NAMES[actor.role])),
  changes: (changes: TimelineEntry['changes'], say) => changes.map((change) => changeText(change, say)).join('; '),
  corrected: (marks: readonly CorrectedMark[], say) =>
    marks
      .map(
        ({ field, first, on }) => `${capital(say(CHANGED[field] ?? [field, field]))}: ${first} (${dayMonthYear(on)})`,
      )
      .join('; '),
  extensions: (extensions: CycleRow['extensions'], say) =>
    extensions
      .map(
        ({ step, originalDueOn, dueOn, document }) =>
          `${capital(say(words.CHANGED_NAMES[step] ?? ['', '']))}: ${dayMonthYear(originalDueOn)} → ${dayMonthYear(dueOn)} (${document.number})`,
      )
      .join('; '),
  commendedBy: (groups: Figures['commendedBy'], say) =>
    groups
      .map(
        ({ scope, recipientType, count }) =>
          `${capital(code(recipientType, say))}, ${code(scope, say)}: ${String(count)}`,
      )
      .join('; '),
  adjustments: (of: Figures['adjustments'], say) =>
    entriesOf(of)
      .map(([key, count]) => `${capital(say(ADJUSTMENTS[key]))}: ${String(count)}`)
      .join('; '),
  shares: (of: Figures['shares'], say) =>
    entriesOf(of)
      .map(
        ([key, { numerator, denominator }]) =>
          `${capital(say(SHARES[key]))}: ${String(numerator)}/${String(denominator)}`,
      )
      .join('; '),
};

/** Whether it is said how a column is written that holds more than a text. */
export const isWritten = (column: string): boolean => Object.hasOwn(PARTS, column);

/** Codes that stand in several columns. */
const CODES: Readonly<Record<string, words.Word>> = {
  ...words.RECIPIENT_TYPE_NAMES,
  ...words.AWARD_FORM_NAMES,
  ...words.COMMENDATION_SCOPE_NAMES,
  ...words.DOCUMENT_KIND_NAMES,
};

const code = (value: string, say: Say): string => {
  const word = CODES[value];
  return word === undefined ? value : say(word);
};

/** `Lĩnh vực: Kinh tế → Văn hóa`; of what is more than a value only that it was changed. */
const changeText = ({ pointer, before, after, ...names }: TimelineEntry['changes'][number], say: Say): string => {
  const place = pointer.split('/').findLast((part) => part in CHANGED) ?? '';
  const label = capital(say(CHANGED[place] ?? ['nội dung', 'content']));
  const [from, to] = [names.beforeName ?? valueText(before, say), names.afterName ?? valueText(after, say)];
  return from === undefined || to === undefined ? label : `${label}: ${from} → ${to}`;
};

const CHANGED: Readonly<Record<string, words.Word>> = { ...words.REGISTRATION_ITEM_NAMES, ...words.CHANGED_NAMES };

const valueText = (value: unknown, say: Say): string | undefined => {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'string') return isLocalDate(value) ? dayMonthYear(value) : code(value, say);
  if (typeof value === 'boolean') return say(value ? YES : NO);
  return typeof value === 'number' ? String(value) : undefined;
};

export const YES: words.Word = ['có', 'yes'];
export const NO: words.Word = ['không', 'no'];
