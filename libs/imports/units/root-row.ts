import { organization, fold, spelling } from '#domain';
import { UNIT_KINDS, type ListRow } from '#papers';
import type { RowResult } from '../import.ts';
import type { KnownUnits } from '../rows/known-units.ts';
import { failed, unreadable, type HeadingOf } from '../rows/remarks.ts';
import { unchangeable } from './import-unit.ts';
import { codeOf } from './read-unit.ts';

/** The row of the unit at the root, which stands in an office's lists and is never imported. */
export interface RootRow {
  readonly row: ListRow;
  readonly root: organization.EstablishedUnit;
}

/** The row without a unit above that is called like the unit at the root. */
export const rootRowOf = (
  rows: readonly ListRow[],
  { rootId, ...tree }: organization.UnitTree,
): RootRow | undefined => {
  const root = rootId === undefined ? undefined : organization.unitOf(tree, rootId);
  const called = spelling(root?.names.at(-1)?.value ?? '');
  const row = rows.find(({ cells: { name = '', parent = '' } }) => parent === '' && spelling(name) === called);
  return row === undefined || root === undefined ? undefined : { row, root };
};

/** Units by what lists may call them, the one at the root also by the code of its row. */
export const withRoot = (known: KnownUnits, found: RootRow | undefined): KnownUnits => {
  const code = found && codeOf(found.row);
  if (found === undefined || code === undefined) return known;
  return (text) => (fold(text) === code ? { unitId: found.root.unitId } : known(text));
};

/** Nothing is taken from the row; what it says else of what a unit is for good refuses it. */
export const importRoot = ({ row, root }: RootRow, headingOf: HeadingOf): RowResult => {
  const { kind = '', adminUnitCode } = row.cells;
  const said = { kind: UNIT_KINDS[fold(kind)], ...(adminUnitCode ? { adminUnitCode } : {}) };
  const fixed = unchangeable(root, said, headingOf);
  const wrong = fixed === undefined ? unreadable(row) : [...unreadable(row), fixed];
  return wrong.length > 0 ? failed(...wrong) : { kind: 'unchanged', remarks: [THERE] };
};

const THERE = {
  vi: 'đơn vị này đã có từ trước, không nhập gì từ dòng này',
  en: 'this unit is there already, nothing was taken from this row',
};
