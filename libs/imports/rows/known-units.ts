import { fold, localDateOf, organization, type Instant } from '#domain';
import { deriveId } from '#engine';
import type { DirectoryState } from '#identity';
import { importId } from './import-id.ts';

/** What a text in a list says of a unit: which one, or that none or several bear the name. */
export type UnitNamed = { readonly unitId: string } | 'missing' | { readonly bearers: number };

/** Finds units by their administrative code, by the code they were imported under, or by a name that one alone bears. */
export type KnownUnits = (text: string) => UnitNamed;

/** Of an imported unit, from its code. */
export const importedUnitId = (code: string): string => deriveId(importId(`unit|${fold(code)}`), 'unit');

/** The units that are not closed on the day. */
export const knownUnits = ({ tree }: DirectoryState, at: Instant): KnownUnits => {
  const today = localDateOf(at);
  const open = organization.allUnits(tree).filter(({ until }) => until === undefined || until >= today);
  const byCode = new Map(open.flatMap(({ adminUnitCode, unitId }) => (adminUnitCode ? [[adminUnitCode, unitId]] : [])));
  const byName = Map.groupBy(open, (unit) => fold(organization.nameOn(unit, today)));
  return (text) => {
    const coded = byCode.get(text) ?? organization.unitOf(tree, importedUnitId(text))?.unitId;
    if (coded !== undefined) return { unitId: coded };
    const [first, ...others] = byName.get(fold(text)) ?? [];
    if (first === undefined) return 'missing';
    return others.length === 0 ? { unitId: first.unitId } : { bearers: others.length + 1 };
  };
};

/** The sentence for a unit that is not found. */
export const unitFault = (
  text: string,
  named: Exclude<UnitNamed, { readonly unitId: string }>,
): { readonly vi: string; readonly en: string } =>
  named === 'missing'
    ? { vi: `không tìm thấy "${text}"`, en: `there is no "${text}"` }
    : {
        vi: `có ${String(named.bearers)} đơn vị cùng tên "${text}": ghi mã đơn vị thay cho tên`,
        en: `${String(named.bearers)} units are called "${text}": write the code of the unit instead`,
      };
