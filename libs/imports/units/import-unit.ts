import { dayMonthYear, organization, type Rejected } from '#domain';
import type { ListRow } from '#papers';
import { unitUseCase, type Rejection, type UnitAsk } from '#use-cases';
import type { Remark, RowResult } from '../import.ts';
import type { KnownUnits } from '../rows/known-units.ts';
import { aboutColumn, changedByBoth, editedByHand, failed, type HeadingOf } from '../rows/remarks.ts';
import { differenceOf } from '../rows/three-ways.ts';
import type { Tools } from '../rows/tools.ts';
import { findUnit, moveId, renameId, type ListedUnit } from './listed-unit.ts';
import { placeOf, unitTaken, type UnitNamesakes } from './namesakes.ts';
import { readUnit, type UnitRow } from './read-unit.ts';

/** What a row of units acts with, beside what every row does. */
export interface UnitTools extends Tools {
  readonly known: KnownUnits;
  readonly namesakes: UnitNamesakes;
  /** Told of what a dry run would have recorded. */
  readonly plan: (event: organization.UnitEvent) => void;
}

/**
 * Establishes the unit of a row, or renames and moves the one that the list made before, both from the row's date. What
 * somebody changed by hand since stays.
 *
 * @param isBelowFailed whether the unit above is another row of the list, and was not imported
 */
export const importUnit = async (row: ListRow, isBelowFailed: boolean, tools: UnitTools): Promise<RowResult> => {
  const read = readUnit(row, tools, isBelowFailed);
  if (!('code' in read)) return failed(...read);
  return tools.again(async () => {
    const found = await findUnit(tools.ports.store, read.code);
    return found.thing === undefined || found.unit === undefined
      ? establish(found, read, tools)
      : change({ ...found, thing: found.thing, unit: found.unit }, read, tools);
  });
};

const establish = async (
  { rowId, unitId }: ListedUnit,
  { code: _code, ...data }: UnitRow,
  tools: UnitTools,
): Promise<RowResult | Rejected<Rejection>> => {
  const namesake = tools.namesakes(data);
  if (namesake !== undefined) return failed(unitTaken(namesake, tools.headingOf));
  const refused = await run({ type: 'EstablishUnit', idempotencyKey: rowId, data }, tools);
  if (refused !== undefined) return refused;
  if (tools.dryRun) tools.plan({ type: 'UnitEstablished', data: { ...data, unitId } });
  return { kind: 'created', remarks: [] };
};

type Found = ListedUnit & { readonly thing: NonNullable<ListedUnit['thing']> } & {
  readonly unit: NonNullable<ListedUnit['unit']>;
};

const change = async (found: Found, row: UnitRow, tools: UnitTools): Promise<RowResult | Rejected<Rejection>> => {
  const { thing, unit } = found;
  const values = { name: row.name, parent: row.parentId };
  const { changed, byHand, conflicting } = differenceOf(values, thing);
  const fixed = unchangeable(unit, row, tools.headingOf);
  if (fixed !== undefined) return failed(fixed);
  if (conflicting.length > 0) return failed(...(await conflictsOf(conflicting, values, found, tools)));
  const told = byHand.length === 0 ? [] : [editedByHand(tools.headingOf, byHand, thing.byHandAt)];
  if (changed.length === 0 && byHand.length > 0) return { kind: 'kept', remarks: told };
  if (changed.length === 0)
    return tools.doneBefore(thing) ?? { kind: 'unchanged', remarks: dayNotTaken(unit, row, tools.headingOf) };
  const isElsewhere = placeOf(row) !== placeOf({ name: thing.now['name'] ?? '', parentId: thing.now['parent'] ?? '' });
  const namesake = isElsewhere ? tools.namesakes(row) : undefined;
  if (namesake !== undefined) return failed(unitTaken(namesake, tools.headingOf));
  const acts = changed.map((key, nth) => actOf(key, row, found, thing.revision + nth));
  // All are tried before one is done: a unit is not left half as the list says.
  for (const act of tools.dryRun || acts.length > 1 ? acts : []) {
    const refused = await run({ ...act, ifMatch: [thing.revision] }, { ...tools, dryRun: true });
    if (refused !== undefined) return refused;
  }
  for (const act of acts) {
    if (tools.dryRun) {
      plan(act, found, tools);
      continue;
    }
    const refused = await run(act, tools);
    if (refused !== undefined) return refused;
  }
  return { kind: 'changed', remarks: told };
};

type Act =
  Extract<UnitAsk, { readonly type: 'RenameUnit' | 'MoveUnit' }> extends infer Asked
    ? Asked extends { readonly caller: unknown }
      ? Omit<Asked, 'caller'>
      : never
    : never;

const plan = (act: Act, { unitId }: ListedUnit, tools: UnitTools): void => {
  if (act.type === 'MoveUnit') tools.plan({ type: 'UnitMoved', data: { ...act.data, unitId } });
};

const actOf = (
  key: string,
  { name, parentId, from }: UnitRow,
  { unitId: id, rowId }: ListedUnit,
  revision: number,
): Act => {
  const renamed = { name, from };
  const moved = { parentId, from };
  return key === 'name'
    ? { type: 'RenameUnit', id, idempotencyKey: renameId(rowId, revision, renamed), ifMatch: [revision], data: renamed }
    : { type: 'MoveUnit', id, idempotencyKey: moveId(rowId, revision, moved), ifMatch: [revision], data: moved };
};

/** What a unit is for good: a list that says otherwise means another unit, or a mistake. */
export const unchangeable = (
  { kind, adminUnitCode }: organization.EstablishedUnit,
  row: { readonly kind: string | undefined; readonly adminUnitCode?: string },
  headingOf: HeadingOf,
): Remark | undefined => {
  if (row.kind !== kind)
    return aboutColumn(headingOf, 'kind', 'loại của đơn vị đã lập không đổi được', 'the kind of a unit never changes');
  return row.adminUnitCode === undefined || row.adminUnitCode === adminUnitCode
    ? undefined
    : aboutColumn(
        headingOf,
        'adminUnitCode',
        `đơn vị đã lập ${adminUnitCode === undefined ? 'không có mã hành chính' : `có mã "${adminUnitCode}"`}, không đổi được`,
        `the unit was established ${adminUnitCode === undefined ? 'without a code' : `with the code "${adminUnitCode}"`}, which never changes`,
      );
};

/** A day on which nothing happened to the unit: no list moves what happened to another. */
const dayNotTaken = (
  unit: organization.EstablishedUnit,
  { from }: UnitRow,
  headingOf: HeadingOf,
): readonly Remark[] => {
  const known = [unit, ...unit.names, ...unit.parents].map((each) => each.from);
  if (known.includes(from)) return [];
  const since = dayMonthYear(unit.from);
  return [
    aboutColumn(
      headingOf,
      'from',
      `đơn vị đã có từ ngày ${since}, ngày trong danh sách không được nhận`,
      `the unit has been there since ${since}, the day of the list was not taken`,
    ),
  ];
};

const conflictsOf = async (
  keys: readonly string[],
  values: Readonly<Record<string, string>>,
  { thing }: Found,
  { ports, headingOf }: UnitTools,
) => {
  const { tree } = await ports.directory.current();
  const shown = (key: string, value = ''): string =>
    key === 'parent' ? (organization.unitOf(tree, value)?.names.at(-1)?.value ?? value) : value;
  return keys.map((key) =>
    changedByBoth(headingOf, key, { listed: shown(key, values[key]), now: shown(key, thing.now[key]) }, thing.byHandAt),
  );
};

const run = async (
  ask: Omit<Extract<UnitAsk, { readonly type: 'EstablishUnit' }>, 'caller'> | Act,
  { ports, caller, dryRun }: Tools,
): Promise<Rejected<Rejection> | undefined> => {
  const answer = await unitUseCase.run(ports, { ...ask, caller, dryRun });
  return answer.kind === 'rejected' ? answer : undefined;
};

/** The column of a field that a rule names. */
export const unitColumn = (pointer: string): string | undefined =>
  (
    ({
      '/name': 'name',
      '/kind': 'kind',
      '/parentId': 'parent',
      '/adminUnitCode': 'adminUnitCode',
      '/from': 'from',
    }) as Readonly<Record<string, string>>
  )[pointer];
