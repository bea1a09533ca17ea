import { fold, localDateOf, organization, spelling, type Instant } from '#domain';
import { deriveId } from '#engine';
import type { DirectoryState } from '#identity';
import { importId } from './import-id.ts';
import type { NamedUnit } from './named-unit.ts';
import { eachOnce, unitsNear } from './units-near.ts';

/**
 * What a text in a list says of a unit: which one, that several bear the name, or that none does; then, where it is
 * asked, which ones may be meant. `Xã Hoàng Lộc` and `Xã Hoằng Lộc` are two communes, so none of these is ever taken.
 */
export type UnitNamed =
  { readonly unitId: string } | { readonly bearers: number } | { readonly alike: () => readonly NamedUnit[] };

export const unitIdIn = (named: UnitNamed): string | undefined => ('unitId' in named ? named.unitId : undefined);

/** Finds units by the code they are imported under, by their administrative code, or by a name that one alone bears. */
export type KnownUnits = (text: string) => UnitNamed;

/** Of an imported unit, from its code. */
export const importedUnitId = (code: string): string => deriveId(importId(`unit|${fold(code)}`), 'unit');

/** The units that are not closed on the day. @param listed those that the list itself makes or changes */
export const knownUnits = ({ tree }: DirectoryState, at: Instant, listed: readonly NamedUnit[] = []): KnownUnits => {
  const today = localDateOf(at);
  const open = organization.allUnits(tree).filter(({ until }) => until === undefined || until >= today);
  const units: readonly NamedUnit[] = [
    ...open.map((unit) => ({ ...namedBy(unit), name: organization.nameOn(unit, today) })),
    ...listed,
  ];
  const listedIds = new Set(listed.map(({ unitId }) => unitId));
  const byCode = new Map(
    units.flatMap(({ adminUnitCode, unitId }) => (adminUnitCode ? [[adminUnitCode, unitId]] : [])),
  );
  const byName = Map.groupBy(units, ({ name }) => spelling(name));
  const near = unitsNear(units);
  const byLetters = Map.groupBy(units, ({ name }) => fold(name));
  return (text) => {
    const imported = importedUnitId(text);
    if (listedIds.has(imported)) return { unitId: imported };
    const coded = byCode.get(text) ?? organization.unitOf(tree, imported)?.unitId;
    if (coded !== undefined) return { unitId: coded };
    const [first, ...others] = eachOnce(byName.get(spelling(text)));
    if (first !== undefined) return others.length === 0 ? { unitId: first.unitId } : { bearers: others.length + 1 };
    const letters = eachOnce(byLetters.get(fold(text)));
    return { alike: () => (letters.length > 0 ? letters : near(text)) };
  };
};

const namedBy = ({ unitId, adminUnitCode }: organization.EstablishedUnit) => ({
  unitId,
  ...(adminUnitCode === undefined ? {} : { adminUnitCode, code: adminUnitCode }),
});
