import type { Cell } from '#papers';
import type { Language } from '#problems';
import { nameFieldOf } from '#read-models';
import { LIST_NAMES, type ListName } from '#words';
import { cellOf, momentOf } from './cells.ts';
import { headingOf } from './headings.ts';
import { capital, inLanguage } from './parts.ts';
import type { ExportedView, Pages } from './view.ts';

/** A view as people read it: rows of cells, some at a time. */
export interface Table {
  /** The lines above the table: what it is, its day and its filter. */
  readonly top: readonly (readonly Cell[])[];
  readonly headings: readonly string[];
  readonly pages: AsyncIterable<readonly (readonly Cell[])[]>;
}

const TOP: Readonly<Record<Language, readonly [asOf: string, filter: string, none: string]>> = {
  vi: ['Tính đến', 'Bộ lọc', 'Không có dòng nào'],
  en: ['As of', 'Filter', 'No rows'],
};

/**
 * The filtered view with its filter and its day above it, headings, words and days as people write them, names in place of
 * ids. `filter` is given the first rows; `told` hears how many rows each page had.
 */
export const tableOf = async (
  { name, asOf, columns: chosen }: Pick<ExportedView, 'name' | 'asOf' | 'columns'>,
  pages: Pages,
  {
    filter,
    language,
    told,
  }: {
    readonly filter: (rows: readonly object[]) => Promise<string>;
    readonly language: Language;
    readonly told: (rows: number) => void;
  },
): Promise<Table> => {
  const reader = pages[Symbol.asyncIterator]();
  const first = await reader.next();
  const columns = chosen === undefined ? columnsOf(name, first.done === true ? [] : first.value) : [...new Set(chosen)];
  const [asOfTitle, filterTitle, none] = TOP[language];
  const rowsOf = (items: readonly object[]) => {
    told(items.length);
    return items.map((item) => columns.map((column) => cellOf(name, column, item, language)));
  };
  async function* rest() {
    for (let page = first; page.done !== true; page = await reader.next()) yield rowsOf(page.value);
  }
  return {
    top: [
      ['Khéo', capital(inLanguage(LIST_NAMES[name], language))],
      [asOfTitle, momentOf(asOf)],
      [filterTitle, await filter(first.done === true ? [] : first.value)],
    ],
    headings:
      columns.length === 0
        ? [none]
        : columns.map((column) => headingOf(name, column)?.[language === 'vi' ? 0 : 1] ?? column),
    pages: rest(),
  };
};

/** What only programs read: it is in the same list as JSON. Which report a task is about stands in its title. */
export const FOR_PROGRAMS =
  /^(bookId|commandId|correlationId|data|dutyId|lastEventId|messageId|report|revision|step|stream|voidReason)$/u;

/** Ids and what proves something: behind everything else. */
const BEHIND = /^id$|Id$|^(position|manifestSha256|fileSha256)$/u;

/** Codes, and where the same is told in words; a choice has its reason in a sentence. */
const TOLD_BY: Readonly<Record<string, readonly string[]>> = { docType: ['docTypeName'], reason: ['eligible'] };

/** Who did what and when, as the console shows it. */
const TRAIL = ['recordedAt', 'effectiveOn', 'actorName', 'actor', 'unitName', 'sentence', 'changes', 'document'];

/** What is read before everything else, in this order. */
const FIRST: Readonly<Partial<Record<ListName, readonly string[]>>> = {
  timeline: TRAIL,
  audit: [...TRAIL, 'subjectName', 'registrationName', 'decisionTitle', 'personName', 'ofUnitName'],
};

/** The columns in their order, the same for each row of a list: an id whose name is told is left out. */
const columnsOf = (list: ListName, items: readonly object[]): readonly string[] => {
  const columns = new Set(items.flatMap((item) => Object.keys(item)));
  const isTold = (column: string): boolean =>
    [nameFieldOf(column)?.[1], ...(TOLD_BY[column] ?? [])].some((by) => by !== undefined && columns.has(by));
  const told = [...columns].filter((column) => !isTold(column) && !FOR_PROGRAMS.test(column));
  const first = FIRST[list]?.filter((column) => told.includes(column)) ?? [];
  const behind = (column: string): boolean => BEHIND.test(column);
  return [...new Set([...first, ...told.filter((column) => !behind(column)), ...told.filter(behind)])];
};
