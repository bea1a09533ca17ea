import { dayMonthYear, isLocalDate, localDateOf, type DocumentCitation, type reporting, type Role } from '#domain';
import type { Cell } from '#papers';
import type { AppointmentRow, TimelineEntry } from '#read-models';
import type { Language } from '#problems';
import { PERIOD_NAMES, ROLE_NAMES, type Word } from '#words';
import type { AwaitedPath } from './answers.ts';
import { wordIn } from './column-words.ts';

/** One cell of a file for people: codes in words, days and numbers as such. */
export const cellOf = (list: string, column: string, row: object, language: Language): Cell => {
  const value = (row as Readonly<Record<string, unknown>>)[column];
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return inLanguage(value ? YES : NO, language);
  if (typeof value === 'string') {
    const word = wordIn(list, column, row, value);
    if (word !== undefined) return capital(inLanguage(word, language));
    return OF_TIME.test(column) ? momentOf(value) : value;
  }
  if (typeof value === 'number') return value;
  return typeof value === 'object' ? textOf(column, value, language) : JSON.stringify(value);
};

/** Columns of days and instants; a name that reads like a day stays as it was written. */
const OF_TIME = /(On|At|Deadline|From|Since)$|^(from|cutoff|deadline|since)$/u;

const YES: Word = ['có', 'yes'];
const NO: Word = ['không', 'no'];

const inLanguage = ([vi, en]: Word, language: Language): string => (language === 'vi' ? vi : en);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What columns hold that is more than a text, as people write it. */
const textOf = (column: string, value: object, language: Language): string => {
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join('; ');
  switch (column) {
    case 'sentence':
      return (value as TimelineEntry['sentence'])[language];
    case 'document': {
      const { number, issuedOn } = value as DocumentCitation;
      return `${number}, ${dayMonthYear(issuedOn)}`;
    }
    case 'documentNumber':
      return (value as { readonly text: string }).text;
    case 'period': {
      const { kind, year } = value as reporting.ReportingPeriod;
      return `${capital(inLanguage(PERIOD_NAMES[kind], language))} ${year}`;
    }
    case 'acts':
      return (value as readonly AwaitedPath[])
        .map(({ command, role }) => `${roleName(role, language)}: ${command}`)
        .join('; ');
    case 'appointments':
      return (value as readonly Office[])
        .map(({ role, unitName, fromOn }) => `${roleName(role, language)}, ${unitName ?? ''}, ${dayMonthYear(fromOn)}`)
        .join('; ');
    default:
      return JSON.stringify(value);
  }
};

type Office = AppointmentRow & { readonly unitName: string | null };

const roleName = (role: Role, language: Language): string => capital(inLanguage(ROLE_NAMES[role], language));

/** A day or an instant; any other text stays as it is. */
export const momentOf = (text: string): Cell => {
  if (isLocalDate(text)) return { day: text };
  return /^\d{4}-\d{2}-\d{2}T/u.test(text) ? { instant: text } : text;
};

/** A cell as a text: `02/03/2026`, or `02/03/2026 08:30:00` by the clock in Vietnam. */
export const written = (cell: Cell): string => {
  if (typeof cell !== 'object') return String(cell);
  if ('day' in cell) return dayMonthYear(cell.day);
  return `${dayMonthYear(localDateOf(cell.instant))} ${CLOCK.format(new Date(cell.instant))}`;
};

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', timeStyle: 'medium' });
