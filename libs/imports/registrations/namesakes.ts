import { fold } from '#domain';
import { registrationsCalled } from '#read-models';
import type { RowPorts } from '../rows/tools.ts';
import { registrationIdOf } from './listed-registration.ts';
import type { RegistrationRow } from './read-row.ts';

interface Called {
  readonly unitId: string;
  readonly name: string;
}

/** The registrations of the unit that are called so, but for those that rows of the list itself stand for. */
export type Namesakes = (called: Called) => readonly string[];

/** Who is called like rows of a list in a cycle, as far as the register knows by now. */
export const namesakesOf = async (
  { store, readModels, waitForReadModels }: Pick<RowPorts, 'store' | 'readModels' | 'waitForReadModels'>,
  cycleId: string,
  rows: readonly (Called & Pick<RegistrationRow, 'known'>)[],
): Promise<Namesakes> => {
  const listed = new Set(rows.map((row) => registrationIdOf(cycleId, row)));
  const found = new Map<string, string[]>(rows.map((row) => [keyOf(row), []]));
  const unitIds = [...new Set(rows.map(({ unitId }) => unitId))];
  await waitForReadModels(await store.head(), MAX_WAIT_MS);
  for (let after: string | null | undefined; after !== null;) {
    const asked = { cycleId, unitIds, limit: PORTION, ...(after === undefined ? {} : { after }) };
    const { items, next } = await registrationsCalled(readModels, asked);
    for (const { id, ...called } of items) if (!listed.has(id)) found.get(keyOf(called))?.push(id);
    after = next;
  }
  return (called) => found.get(keyOf(called)) ?? [];
};

/** What the register does not know by then is found when the second one of a name is accepted. */
const MAX_WAIT_MS = 10_000;
const PORTION = 200;

const keyOf = ({ unitId, name }: Called): string => JSON.stringify([unitId, fold(name)]);
