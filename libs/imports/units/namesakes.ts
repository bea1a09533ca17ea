import { localDateOf, organization, spelling, type Instant } from '#domain';
import type { DirectoryState } from '#identity';
import type { Remark } from '../import.ts';
import { aboutColumn, type HeadingOf } from '../rows/remarks.ts';
import type { UnitRow } from './read-unit.ts';

type Placed = Pick<UnitRow, 'name' | 'parentId'>;

/** The unit that is called so below the same unit on the day or later, but for those that rows of the list stand for. */
export type UnitNamesakes = (row: Placed & Pick<UnitRow, 'from'>) => organization.EstablishedUnit | undefined;

/** What two units below one unit never share. `Hoà` and `Hòa` are one name, `Hoa` is another. */
export const placeOf = ({ name, parentId }: Placed): string => JSON.stringify([parentId, spelling(name)]);

/** @param listed the ids of the units that rows of the list make or change */
export const unitNamesakes = (
  { tree }: DirectoryState,
  at: Instant,
  listed: Pick<ReadonlySet<string>, 'has'>,
): UnitNamesakes => {
  const today = localDateOf(at);
  const others = organization.allUnits(tree).filter(({ unitId }) => !listed.has(unitId));
  const byPlace = Map.groupBy(others, ({ names, parents }) =>
    placeOf({ name: names.at(-1)?.value ?? '', parentId: parents.at(-1)?.value ?? '' }),
  );
  return (row) => {
    const day = row.from > today ? row.from : today;
    return byPlace.get(placeOf(row))?.find(({ until }) => until === undefined || until >= day);
  };
};

/** Another row, of another list or with another code, or a person, made a unit of this name. */
export const unitTaken = ({ names, adminUnitCode }: organization.EstablishedUnit, headingOf: HeadingOf): Remark => {
  const called = (code: string): string =>
    `"${names.at(-1)?.value ?? ''}"${adminUnitCode === undefined ? '' : ` (${code} ${adminUnitCode})`}`;
  return aboutColumn(
    headingOf,
    'name',
    `có rồi: ${called('mã hành chính')} của cùng đơn vị cấp trên, không phải từ dòng này: ghi mã đơn vị của lần nhập trước (nếu không lập từ danh sách thì bỏ dòng này), hoặc nếu là đơn vị khác thì ghi tên phân biệt`,
    `there is ${called('administrative code')} below the same unit already, which is not from this row: write the unit code it was imported under (leave the row out if it was not imported), or if this is another unit, a name that tells them apart`,
  );
};
