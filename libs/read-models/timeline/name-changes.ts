import type { ReadModelsDb } from '../database.ts';
import { namesOfCodes } from '../rules/queries.ts';
import { namesOfUnits } from '../units/queries.ts';
import type { Change } from './changes.ts';

/** What is told by id or code in a change, by the end of its place. */
const KINDS = { parentId: 'unit', field: 'field', programmeTags: 'tag' } as const;

const kindOf = ({ pointer }: Change): 'unit' | 'field' | 'tag' | undefined =>
  KINDS[pointer.slice(pointer.lastIndexOf('/') + 1) as keyof typeof KINDS];

const idsIn = (value: unknown): readonly string[] =>
  [value].flat().filter((each): each is string => typeof each === 'string');

/** The changes of entries with the names of what they tell by id or code; asked for only where there is such a one. */
export const namedChanges = async (
  db: ReadModelsDb,
  all: readonly { readonly on: string; readonly changes: readonly Change[] }[],
): Promise<readonly (readonly Change[])[]> => {
  const of = (kind: ReturnType<typeof kindOf>): readonly Change[] =>
    all.flatMap(({ changes }) => changes).filter((one) => kindOf(one) === kind);
  const units = of('unit').flatMap(({ before, after }) => [...idsIn(before), ...idsIn(after)]);
  const unitName = units.length === 0 ? () => undefined : await namesOfUnits(db, units);
  const codes = new Map<string, string>();
  for (const kind of ['field', 'tag'] as const) {
    if (of(kind).length > 0) for (const [code, name] of await namesOfCodes(db, kind)) codes.set(code, name);
  }
  const nameOf = (value: unknown, on: string): string | undefined => {
    const names = idsIn(value).map((id) => codes.get(id) ?? unitName(id, on) ?? id);
    return names.length === 0 ? undefined : names.join('; ');
  };
  const named = (change: Change, on: string): Change => {
    const [beforeName, afterName] = [nameOf(change.before, on), nameOf(change.after, on)];
    return {
      ...change,
      ...(beforeName === undefined ? {} : { beforeName }),
      ...(afterName === undefined ? {} : { afterName }),
    };
  };
  return all.map(({ on, changes }) =>
    changes.map((change) => (kindOf(change) === undefined ? change : named(change, on))),
  );
};
