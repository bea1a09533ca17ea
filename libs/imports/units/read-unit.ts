import { fold, writtenDay, type LocalDate, type organization } from '#domain';
import { UNIT_KIND_NAMES, UNIT_KINDS, type ListRow } from '#papers';
import type { Remark } from '../import.ts';
import { importedUnitId, unitIdIn, type KnownUnits } from '../rows/known-units.ts';
import type { NamedUnit } from '../rows/named-unit.ts';
import { aboutColumn, notAmong, unreadable, type HeadingOf } from '../rows/remarks.ts';
import { MAX_NAME, textFault } from '../rows/text-fault.ts';
import { unitFault } from '../rows/unit-fault.ts';

/** A row whose every cell has a meaning. */
export interface UnitRow {
  /** Folded: what the unit is known by in lists. */
  readonly code: string;
  readonly name: string;
  readonly kind: organization.UnitKind;
  readonly parentId: string;
  readonly from: LocalDate;
  readonly adminUnitCode?: string;
}

/** The code of a row, folded; undefined where there is none. */
export const codeOf = ({ cells }: ListRow): string | undefined => fold(cells['code'] ?? '') || undefined;

/** The unit above; undefined where nothing, or nothing known, is written. */
export const parentIdOf = ({ cells: { parent = '' } }: ListRow, known: KnownUnits): string | undefined =>
  parent === '' ? undefined : unitIdIn(known(parent));

/** The unit that a row makes or changes, as others of the list may name it. */
export const listedUnit = (row: ListRow): readonly NamedUnit[] => {
  const { code = '', name = '', adminUnitCode = '' } = row.cells;
  if (codeOf(row) === undefined || name === '') return [];
  return [{ unitId: importedUnitId(code), name, code, ...(adminUnitCode === '' ? {} : { adminUnitCode }) }];
};

/** @param isBelowFailed whether another row of the list is the unit above, and was not imported */
export const readUnit = (
  row: ListRow,
  { known, headingOf }: { readonly known: KnownUnits; readonly headingOf: HeadingOf },
  isBelowFailed: boolean,
): UnitRow | readonly Remark[] => {
  const remarks: Remark[] = [...unreadable(row)];
  const wrong = (key: string, { vi, en }: { readonly vi: string; readonly en: string }): void => {
    if (!row.faults.some((fault) => fault.key === key)) remarks.push(aboutColumn(headingOf, key, vi, en));
  };
  const { code = '', name = '', kind = '', parent = '', adminUnitCode = '', from: day = '' } = row.cells;
  if (code === '') wrong('code', REQUIRED);
  const fault = name === '' ? REQUIRED : textFault(name, MAX_NAME);
  if (fault !== undefined) wrong('name', fault);
  const unitKind = UNIT_KINDS[fold(kind)] as organization.UnitKind | undefined;
  if (unitKind === undefined) wrong('kind', notAmong(kind, UNIT_KIND_NAMES));
  const parentId = parentOf(parent, known, isBelowFailed);
  if (typeof parentId === 'object') wrong('parent', parentId);
  const from = dayIn(day);
  if (typeof from === 'object') wrong('from', from);
  if (remarks.length > 0 || unitKind === undefined || typeof parentId === 'object' || typeof from === 'object')
    return remarks;
  return {
    ...{ code: fold(code), name, kind: unitKind, parentId, from },
    ...(adminUnitCode === '' ? {} : { adminUnitCode }),
  };
};

const REQUIRED = { vi: 'bắt buộc', en: 'required' };

/** The unit above, or what is wrong with it. */
const parentOf = (
  text: string,
  known: KnownUnits,
  isBelowFailed: boolean,
): string | { readonly vi: string; readonly en: string } => {
  if (isBelowFailed) return { vi: `"${text}" chưa nhập được`, en: `"${text}" was not imported` };
  if (text === '') return REQUIRED;
  const named = known(text);
  return 'unitId' in named ? named.unitId : unitFault(text, named);
};

/** A day of the centuries in which units are, or what is wrong with it; offices write it with dots and dashes, too. */
const dayIn = (text: string): LocalDate | { readonly vi: string; readonly en: string } => {
  if (text === '') return REQUIRED;
  const [written, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(text) ?? [];
  const iso = writtenDay(written === undefined ? text : `${String(day)}/${String(month)}/${String(year)}`);
  if (iso === undefined && (written !== undefined || /^\d{4}-\d{2}-\d{2}$/u.test(text)))
    return { vi: `lịch không có ngày ${text}`, en: `the calendar has no day ${text}` };
  return iso !== undefined && iso >= '1900-01-01' && iso <= '2199-12-31'
    ? iso
    : { vi: 'ghi ngày/tháng/năm', en: 'write it as day/month/year' };
};
