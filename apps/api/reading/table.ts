import type { Cell } from '#papers';
import type { Language } from '#problems';
import { nameFieldOf } from '#read-models';
import { cellOf, momentOf } from './cells.ts';
import { HEADINGS } from './headings.ts';
import type { ExportedView, Pages } from './view.ts';

/** A view as people read it: rows of cells, some at a time. */
export interface Table {
  /** The lines above the table: what it is, its day and its filter. */
  readonly top: readonly (readonly Cell[])[];
  readonly headings: readonly string[];
  readonly pages: AsyncIterable<readonly (readonly Cell[])[]>;
}

const TOP: Readonly<Record<Language, readonly [asOf: string, filter: string]>> = {
  vi: ['Tính đến', 'Bộ lọc'],
  en: ['As of', 'Filter'],
};

/**
 * The filtered view with its filter and its day above it, headings, words and days as people write them, names in place of
 * ids. `told` hears how many rows each page had.
 */
export const tableOf = async (
  { name, asOf }: Pick<ExportedView, 'name' | 'asOf'>,
  pages: Pages,
  {
    filter,
    language,
    told,
  }: { readonly filter: string; readonly language: Language; readonly told: (rows: number) => void },
): Promise<Table> => {
  const reader = pages[Symbol.asyncIterator]();
  const first = await reader.next();
  const columns = columnsOf(first.done === true ? [] : first.value);
  const [asOfTitle, filterTitle] = TOP[language];
  const rowsOf = (items: readonly object[]) => {
    told(items.length);
    return items.map((item) => columns.map((column) => cellOf(name, column, item, language)));
  };
  async function* rest() {
    for (let page = first; page.done !== true; page = await reader.next()) yield rowsOf(page.value);
  }
  return {
    top: [
      ['Khéo', name],
      [asOfTitle, momentOf(asOf)],
      [filterTitle, filter],
    ],
    headings: columns.map((column) => HEADINGS[column]?.[language === 'vi' ? 0 : 1] ?? column),
    pages: rest(),
  };
};

/** Ids, and what only programs read: behind everything else. */
const FOR_PROGRAMS = /^id$|Id$|^(actor|data|stream|revision|position|importKey|manifestSha256|fileSha256)$/u;

/** The columns in their order, the same for each row of a list: an id whose name is told is left out. */
const columnsOf = (items: readonly object[]): readonly string[] => {
  const columns = new Set(items.flatMap((item) => Object.keys(item)));
  const told = [...columns].filter((column) => !columns.has(nameFieldOf(column)?.[1] ?? ''));
  const behind = (column: string): boolean => FOR_PROGRAMS.test(column);
  return [...told.filter((column) => !behind(column)), ...told.filter(behind)];
};
