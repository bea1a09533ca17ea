import { columnName, readReference } from '../grid.ts';
import type { StylePatch } from './style-patch.ts';
import { setAttribute } from './style-patch.ts';
import { createXmlParser, escapeXml, type OpenTag } from './xml.ts';

/** What is written into a sheet that is given back. */
export interface SheetPlan {
  readonly headingLine: number;
  readonly heading: string;
  /** The column of the outcomes, counted from 0. */
  readonly column: number;
  readonly rows: ReadonlyMap<
    number,
    { readonly text: string; readonly isGood: boolean; readonly marked: readonly number[] }
  >;
}

/** Wide enough for a sentence. */
const WIDTH = 60;

/** What is changed at one place of the part. */
interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** The same sheet with a column of outcomes and marked cells, piece by piece; everything else stays letter by letter. */
export async function* patchSheet(
  pieces: AsyncIterable<string>,
  plan: SheetPlan,
  styles: StylePatch,
): AsyncGenerator<string> {
  /** What is not given out yet, and where in the part it begins. */
  const held = { text: '', from: 0 };
  const edits: Edit[] = [];
  const patch = createPatch(plan, styles, {
    edit: (at, remove, insert) => edits.push({ at, remove, insert }),
    startOf: (end) => held.from + held.text.lastIndexOf('<', end - held.from - 1),
    slice: (start, end) => held.text.slice(start - held.from, end - held.from),
  });
  const parser = createXmlParser(patch);
  const give = (until: number): string => {
    let text = '';
    while (edits[0] !== undefined && edits[0].at < until) {
      const { at, remove, insert } = edits.shift() as Edit;
      text += held.text.slice(0, at - held.from) + insert;
      held.text = held.text.slice(at + remove - held.from);
      held.from = at + remove;
    }
    text += held.text.slice(0, Math.max(0, until - held.from));
    held.text = held.text.slice(Math.max(0, until - held.from));
    held.from = Math.max(held.from, until);
    return text;
  };
  for await (const piece of pieces) {
    held.text += piece;
    parser.write(piece);
    const lastTag = held.text.lastIndexOf('<');
    if (lastTag > 0) yield give(Math.min(held.from + lastTag, patch.heldFrom()));
  }
  parser.close();
  yield give(held.from + held.text.length);
}

interface Part {
  edit(at: number, remove: number, insert: string): void;
  /** Where the tag begins that ends here. */
  startOf(end: number): number;
  slice(start: number, end: number): string;
}

interface CurrentRow {
  readonly line: number;
  /** Columns that must have a cell, in order. */
  todo: number[];
  column: number;
  style: string;
  hasReferences: boolean;
  /** Where the cell begins that the outcome takes the place of. */
  replacedFrom: number | undefined;
}

/** Writes a cell that was not there: the outcome, or an empty one to be marked. */
const cellWriter =
  (plan: SheetPlan, styles: StylePatch) =>
  (current: CurrentRow, column: number, prefix: string): string => {
    const { line, hasReferences } = current;
    const padding = hasReferences ? '' : `<${prefix}c/>`.repeat(Math.max(0, column - current.column - 1));
    const reference = hasReferences ? ` r="${columnName(column)}${String(line)}"` : '';
    if (column !== plan.column) return `${padding}<${prefix}c${reference} s="${String(styles.marked(0))}"/>`;
    const outcome = plan.rows.get(line);
    const style = outcome === undefined ? current.style : String(styles.outcome(outcome.isGood));
    const text = escapeXml(outcome?.text ?? plan.heading);
    return (
      `${padding}<${prefix}c${reference} s="${style}" t="inlineStr">` +
      `<${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is></${prefix}c>`
    );
  };

/** A row that gets an outcome, or the headings' row. */
const beginRow = (line: number, plan: SheetPlan, part: Part, { end }: OpenTag): CurrentRow | undefined => {
  const marked = plan.rows.get(line)?.marked;
  if (marked === undefined && line !== plan.headingLine) return undefined;
  const start = part.startOf(end);
  const spans = /\sspans\s*=\s*(?:"[^"]*"|'[^']*')/u.exec(part.slice(start, end));
  if (spans !== null) part.edit(start + spans.index, spans[0].length, '');
  const todo = [...new Set([...(marked ?? []), plan.column])].sort((a, b) => a - b);
  return { line, todo, column: -1, style: '0', hasReferences: true, replacedFrom: undefined };
};

interface Writing {
  readonly plan: SheetPlan;
  readonly styles: StylePatch;
  readonly part: Part;
  readonly cellAt: (row: CurrentRow, column: number, prefix: string) => string;
  readonly prefix: string;
}

/** Puts before a cell the ones that are missing, and marks it, or takes away the mark of before. */
const passCell = (
  row: CurrentRow,
  attributes: Readonly<Record<string, string>>,
  { end, isEmpty }: OpenTag,
  { plan, styles, part, cellAt, prefix }: Writing,
): void => {
  const start = part.startOf(end);
  row.hasReferences = attributes['r'] !== undefined;
  const column = readReference(attributes['r'] ?? '')?.column ?? row.column + 1;
  const before = row.todo.filter((one) => one < column).map((one) => cellAt(row, one, prefix));
  if (before.length > 0) part.edit(start, 0, before.join(''));
  const isOutcome = column === plan.column;
  if (isOutcome) row.replacedFrom = start;
  else {
    row.style = attributes['s'] ?? '0';
    const style = Number(row.style);
    const restyled = row.todo.includes(column) ? styles.marked(style) : styles.unmarked(style);
    if (restyled !== style) {
      const close = isEmpty ? 2 : 1;
      const tag = part.slice(start, end - close).trimEnd();
      part.edit(start, end - close - start, setAttribute(tag, 's', String(restyled)));
    }
  }
  row.todo = row.todo.filter((one) => one > column || (one === column && isOutcome));
  row.column = column;
};

const createPatch = (plan: SheetPlan, styles: StylePatch, part: Part) => {
  const cellAt = cellWriter(plan, styles);
  const columns = patchColumns(plan.column + 1, part);
  let line = 0;
  let row: CurrentRow | undefined;
  let prefix = '';
  const writing = { plan, styles, part, cellAt };

  return {
    /** From where on the part may still be changed. */
    heldFrom: () => row?.replacedFrom ?? Infinity,
    open(name: string, attributes: Readonly<Record<string, string>>, tag: OpenTag): void {
      if (name === 'worksheet') prefix = tag.prefix;
      columns.open(name, attributes, tag);
      if (name === 'dimension') part.edit(...widerDimension(attributes['ref'] ?? '', plan, part, tag));
      else if (name === 'row') {
        line = Number(attributes['r'] ?? line + 1);
        row = beginRow(line, plan, part, tag);
      } else if (name === 'c' && row !== undefined) passCell(row, attributes, tag, { ...writing, prefix });
    },
    close(name: string, end: number): void {
      columns.close(name, end);
      if (row === undefined) return;
      if (name === 'c' && row.replacedFrom !== undefined) {
        const before = { ...row, column: row.column - 1 };
        part.edit(row.replacedFrom, end - row.replacedFrom, cellAt(before, plan.column, prefix));
        row.todo = row.todo.filter((one) => one !== plan.column);
        row.replacedFrom = undefined;
      } else if (name === 'row') {
        const current = row;
        const cells = current.todo.map((one) => {
          const cell = cellAt(current, one, prefix);
          current.column = one;
          return cell;
        });
        if (cells.length > 0) part.edit(part.startOf(end), 0, cells.join(''));
        row = undefined;
      }
    },
  };
};

const widerDimension = (
  reference: string,
  plan: SheetPlan,
  part: Part,
  { end, isEmpty }: OpenTag,
): readonly [number, number, string] => {
  const start = part.startOf(end);
  const [from, to] = reference.split(':');
  const corner = readReference(to ?? from ?? '');
  if (corner === undefined) return [start, 0, ''];
  const column = columnName(Math.max(corner.column, plan.column));
  const close = isEmpty ? 2 : 1;
  const tag = setAttribute(
    part.slice(start, end - close).trimEnd(),
    'ref',
    `${from ?? ''}:${column}${String(corner.line)}`,
  );
  return [start, end - close - start, tag];
};

/** Gives one column, counted from 1, its width; the columns around it keep theirs. */
const patchColumns = (number: number, part: Part) => {
  let isSet = false;
  let prefix = '';
  const own = (more = ''): string =>
    `<${prefix}col min="${String(number)}" max="${String(number)}"${more} width="${String(WIDTH)}" customWidth="1"/>`;
  return {
    open(name: string, attributes: Readonly<Record<string, string>>, tag: OpenTag): void {
      if (name === 'col' && !isSet) {
        const min = Number(attributes['min']);
        const max = Number(attributes['max']);
        if (max < number) return;
        isSet = true;
        const start = part.startOf(tag.end);
        if (min > number) part.edit(start, 0, own());
        else {
          const range = (from: number, to: number): string =>
            from > to
              ? ''
              : `${setAttribute(setAttribute(part.slice(start, tag.end - 2).trimEnd(), 'min', String(from)), 'max', String(to))}/>`;
          const style = attributes['style'] === undefined ? '' : ` style="${attributes['style']}"`;
          part.edit(start, tag.end - start, range(min, number - 1) + own(style) + range(number + 1, max));
        }
      } else if (name === 'worksheet') ({ prefix } = tag);
      else if (name === 'sheetData' && !isSet) {
        isSet = true;
        part.edit(part.startOf(tag.end), 0, `<${prefix}cols>${own()}</${prefix}cols>`);
      }
    },
    close(name: string, end: number): void {
      if (name !== 'cols' || isSet) return;
      isSet = true;
      part.edit(part.startOf(end), 0, own());
    },
  };
};
