import { fold } from '#domain';
import type { NamedUnit } from './named-unit.ts';
import { shortens, wordsIn } from './shortens.ts';

/** A unit that the list renames, or says again, is one. */
export const eachOnce = (units: readonly NamedUnit[] = []): readonly NamedUnit[] => [
  ...new Map(units.map((unit) => [unit.unitId, unit])).values(),
];

/**
 * Units whose name is shortened (`ĐU xã Nga Sơn`), or else those whose name holds the text or is held by it; the way that
 * finds one alone comes first.
 */
export const unitsNear = (units: readonly NamedUnit[]): ((text: string) => readonly NamedUnit[]) => {
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
    return ways.find(({ length }) => length === 1) ?? ways.find(({ length }) => length > 1) ?? [];
  };
  return (text) => {
    const found = answers.get(text) ?? (answers.size < MOST_ASKED ? find(wordsIn(fold(text))) : []);
    if (answers.size < MOST_ASKED) answers.set(text, found);
    return found;
  };
};

/** Texts of one list of which every unit's name is looked through: each takes a millisecond or two in a large directory. */
const MOST_ASKED = 500;
