import { readReference, type Merge } from '../grid.ts';
import { copyOf, createXmlParser, type XmlReader } from './xml.ts';

/** One cell as the sheet's part writes it. */
export interface RawCell {
  readonly column: number;
  /** `s` for a shared string, `e` for an error …; `n` when nothing is said. */
  readonly type: string;
  readonly style: number;
  readonly value: string | undefined;
  readonly isFormula: boolean;
}

/** One row as the sheet's part writes it: the cells that hold something. */
export interface RawRow {
  readonly line: number;
  readonly isHidden: boolean;
  readonly cells: readonly RawCell[];
  /** How many cells of it show something. */
  readonly filled: number;
  /** The rightmost column in which something stands, kept or not. */
  readonly right: number;
  /** The columns of its formulas. */
  readonly formulas: readonly number[];
}

interface OpenRow extends RawRow {
  readonly cells: RawCell[];
  readonly formulas: number[];
  filled: number;
  right: number;
}

const newRow = (line: number, isHidden: boolean): OpenRow => ({
  ...{ line, isHidden, cells: [], formulas: [] },
  ...{ filled: 0, right: -1 },
});

/** A cell that holds something, before it is kept. */
interface MetCell {
  readonly line: number;
  readonly column: number;
  /** Empty for a formula without a result. */
  readonly value: string;
  /** How many cells of its row show something before it. */
  readonly index: number;
}

interface SheetListener {
  /** Whether a cell that holds something is kept; all are when absent. */
  wants?(cell: MetCell): boolean;
  /** Answers whether more rows are wanted. */
  row(row: RawRow): boolean;
  merge?(merge: Merge): void;
  /** Columns that are hidden, counted from 0; told before the rows. */
  hidden?(from: number, to: number): void;
}

/**
 * Reads a sheet piece by piece. Once no more rows are wanted, what is left of them is passed over unread, and only what
 * stands after them is told.
 */
export const scanSheet = async (pieces: AsyncIterable<string>, listener: SheetListener): Promise<void> => {
  const state = { wantsMore: true, isInRows: false, root: '' };
  const reader = readRows(listener, state);
  let parser = createXmlParser(reader);
  let passedOver: string | undefined;
  for await (const piece of pieces) {
    if (passedOver === undefined) parser.write(piece);
    else {
      const text = passedOver + piece;
      const end = /<\/(?:[\w.-]+:)?sheetData\s*>/u.exec(text);
      if (end === null) passedOver = text.slice(-80);
      else {
        parser = createXmlParser(reader);
        parser.write(`<${state.root}>${text.slice(end.index + end[0].length)}`);
        passedOver = undefined;
        state.isInRows = false;
      }
    }
    if (!state.wantsMore && state.isInRows) passedOver ??= '';
  }
  parser.close();
};

interface ScanState {
  wantsMore: boolean;
  isInRows: boolean;
  /** The document's outermost tag, as it is written. */
  root: string;
}

const readRows = (listener: SheetListener, state: ScanState): XmlReader => {
  let row = newRow(0, false);
  let column = -1;
  let cell: { type: string; style: number; value: string | undefined; isFormula: boolean } | undefined;
  let isPhonetic = false;
  let isValue = false;
  return {
    open(name, attributes, { prefix }) {
      if (state.root === '') state.root = prefix + name;
      if (name === 'sheetData') state.isInRows = true;
      else if (name === 'mergeCell') tellMerge(attributes['ref'] ?? '', listener);
      else if (name === 'col' && isTrue(attributes['hidden']))
        listener.hidden?.(Number(attributes['min']) - 1, Number(attributes['max']) - 1);
      if (!state.isInRows) return;
      if (name === 'row') {
        row = newRow(Number(attributes['r'] ?? row.line + 1), isTrue(attributes['hidden']));
        column = -1;
      } else if (name === 'c') {
        column = readReference(attributes['r'] ?? '')?.column ?? column + 1;
        const { t: type = 'n', s: style = '0' } = attributes;
        cell = { type, style: Number(style), value: undefined, isFormula: false };
      } else if (name === 'f' && cell !== undefined) cell.isFormula = true;
      else if (name === 'rPh') isPhonetic = true;
      else if ((name === 'v' || name === 't') && cell !== undefined && !isPhonetic) {
        isValue = true;
        cell.value ??= '';
      }
    },
    text(text) {
      if (isValue && cell !== undefined) cell.value = (cell.value ?? '') + text;
    },
    close(name) {
      if (!state.isInRows) return;
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'c' && cell !== undefined) {
        endCell(row, column, cell, listener);
        cell = undefined;
      } else if (name === 'row' && state.wantsMore) state.wantsMore = listener.row(row);
      else if (name === 'sheetData') state.isInRows = false;
    },
  };
};

const endCell = (row: OpenRow, column: number, cell: Omit<RawCell, 'column'>, listener: SheetListener): void => {
  const { value = '', isFormula } = cell;
  if (value === '' && !isFormula) return;
  row.right = Math.max(row.right, column);
  if (isFormula) row.formulas.push(column);
  if (listener.wants?.({ line: row.line, column, value, index: row.filled }) ?? true) {
    row.cells.push({ column, ...cell, value: cell.value === undefined ? undefined : copyOf(value) });
  }
  if (value !== '') row.filled += 1;
};

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';

const tellMerge = (reference: string, listener: SheetListener): void => {
  const [from, to] = reference.split(':').map(readReference);
  if (from === undefined || to === undefined) return;
  listener.merge?.({ top: from.line, bottom: to.line, left: from.column, right: to.column });
};
