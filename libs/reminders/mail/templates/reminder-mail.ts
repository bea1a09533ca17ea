import type { ReminderItem } from '../../outbox/outbox.port.ts';
import type { Content, Row } from './content.ts';
import { htmlOf } from './html.ts';
import { textOf } from './text.ts';
import { WORDS, type Language } from './words.ts';

export interface Reminder {
  /** One or more; the order is kept. */
  readonly items: readonly ReminderItem[];
  readonly language: Language;
  /** Where people reach Khéo; without it the mail has no link. */
  readonly publicUrl?: string | undefined;
  /** A rung was reached before its day because nobody of the one before could be reached. */
  readonly movedUp?: boolean | undefined;
}

/**
 * The mail for a message: subject, text and HTML, in Vietnamese or English. Names are what users typed: they come out
 * NFC, on one line, and escaped.
 */
export function renderReminder(reminder: Reminder): { subject: string; text: string; html: string } {
  const content = contentOf(reminder);
  return { subject: subjectOf(reminder, content), text: textOf(content), html: htmlOf(content) };
}

/** One duty in a line, as the inbox shows it. */
export function reminderSentence(item: ReminderItem, language: Language): string {
  const row = rowOf(item, language);
  const { columns, ordered } = WORDS[language];
  const said = item.note === null ? '' : `. ${ordered(oneLine(item.note))}`;
  return `${row.left}: ${row.what} – ${row.unit} (${columns[2].toLowerCase()} ${row.due})${said}`;
}

function contentOf({ items, language, publicUrl, movedUp }: Reminder): Content {
  const words = WORDS[language];
  const recipients = [...new Set(items.map((item) => item.recipient))];
  return {
    language,
    greeting: words.greeting,
    lead: words.lead,
    columns: words.columns,
    rows: items.map((item) => rowOf(item, language)),
    notes: [
      ...recipients.map((recipient) => words.why(words.recipients[recipient])),
      ...new Set(items.flatMap(({ note }) => (note === null ? [] : [words.ordered(oneLine(note))]))),
      ...(items.some((item) => item.rungs.length > 1) ? [words.collapsed] : []),
      ...(movedUp === true ? [words.movedUp] : []),
    ],
    link: publicUrl === undefined ? null : { label: words.open, url: new URL(publicUrl).href },
    footer: words.footer,
  };
}

function rowOf(item: ReminderItem, language: Language): Row {
  return {
    what: whatOf(item, language),
    unit: oneLine(item.unitName),
    due: item.dueOn.split('-').toReversed().join('/'),
    left: leftOf(item.workingDaysLeft, language),
  };
}

function whatOf({ kind, report, title }: ReminderItem, language: Language): string {
  const words = WORDS[language];
  if (report) return words.report(report);
  const named = oneLine(title);
  return kind === 'REPORT' ? named : [words.kinds[kind], named].filter((part) => part !== '').join(': ');
}

function leftOf(workingDays: number, language: Language): string {
  const words = WORDS[language];
  if (workingDays === 0) return words.dueToday;
  return workingDays > 0 ? words.dueIn(workingDays) : words.overdueBy(-workingDays);
}

const SUBJECT_LENGTH = 180;

function subjectOf({ items, language }: Reminder, { rows }: Content): string {
  const [row] = rows;
  const overdue = items.filter((item) => item.workingDaysLeft < 0).length;
  const said =
    row && rows.length === 1
      ? `${row.left}: ${row.what} – ${row.unit}`
      : WORDS[language].several(items.length, overdue);
  const letters = [...`[Khéo] ${said}`];
  return letters.length <= SUBJECT_LENGTH ? letters.join('') : `${letters.slice(0, SUBJECT_LENGTH - 1).join('')}…`;
}

/** No line breaks and no other control or invisible direction marks: a name can neither add a header nor hide text. */
function oneLine(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}
