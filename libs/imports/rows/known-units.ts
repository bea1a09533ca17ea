import { fold, localDateOf, organization, spelling, type Instant } from '#domain';
import { deriveId } from '#engine';
import type { DirectoryState } from '#identity';
import { importId } from './import-id.ts';
import { shortens, wordsIn } from './shortens.ts';

/** A unit by what lists may call it. */
export interface NamedUnit {
  readonly unitId: string;
  readonly name: string;
  /** The code to write instead of the name, where one is known. */
  readonly code?: string;
  readonly adminUnitCode?: string;
}

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

/** A unit that the list renames, or says again, is one. */
const eachOnce = (units: readonly NamedUnit[] = []): readonly NamedUnit[] => [
  ...new Map(units.map((unit) => [unit.unitId, unit])).values(),
];

/** The one unit whose name is shortened (`ĐU xã Nga Sơn`), or else the one whose name holds the text or is held by it. */
const unitsNear = (units: readonly NamedUnit[]): ((text: string) => readonly NamedUnit[]) => {
  const answers = new Map<string, readonly NamedUnit[]>();
  const runOf = (words: readonly string[]): string => ` ${words.join(' ')} `;
  let known:
    readonly { readonly unit: NamedUnit; readonly words: readonly string[]; readonly run: string }[] | undefined;
  const find = (typed: readonly string[]): readonly NamedUnit[] => {
    const written = runOf(typed);
    known ??= units.map((unit) => {
      const words = wordsIn(fold(unit.name));
      return { unit, words, run: runOf(words) };
    });
    const ways = [
      known.filter(({ words }) => shortens(typed, words)),
      known.filter(({ run }) => run.includes(written) || written.includes(run)),
    ].map((found) => eachOnce(found.map(({ unit }) => unit)));
    return ways.find(({ length }) => length === 1) ?? [];
  };
  return (text) => {
    const found = answers.get(text) ?? (answers.size < MOST_ASKED ? find(wordsIn(fold(text))) : []);
    if (answers.size < MOST_ASKED) answers.set(text, found);
    return found;
  };
};

/** Texts of one list of which every unit's name is looked through: each takes a millisecond or two in a large directory. */
const MOST_ASKED = 500;

/** Units that a question names. */
const MOST_ALIKE = 3;

/** The sentence for a unit that is not found. */
export const unitFault = (
  text: string,
  named: Exclude<UnitNamed, { readonly unitId: string }>,
): { readonly vi: string; readonly en: string } => {
  if ('bearers' in named)
    return {
      vi: `có ${String(named.bearers)} đơn vị cùng tên "${text}": ghi mã đơn vị thay cho tên`,
      en: `${String(named.bearers)} units are called "${text}": write the code of the unit instead`,
    };
  const alike = named.alike();
  if (alike.length === 0)
    return {
      vi: `không tìm thấy "${text}": ghi mã đơn vị, hoặc tên đúng từng chữ`,
      en: `there is no "${text}": write the code of the unit, or its exact name`,
    };
  const asked = (code: string): string =>
    alike
      .slice(0, MOST_ALIKE)
      .map((unit) => `"${unit.name}"${unit.code === undefined ? '' : ` (${code} ${unit.code})`}`)
      .join(', ') + (alike.length > MOST_ALIKE ? ', …' : '');
  return {
    vi: `không có đơn vị tên "${text}"; có phải ${asked('mã')}?`,
    en: `no unit is called "${text}"; is it ${asked('code')}?`,
  };
};
