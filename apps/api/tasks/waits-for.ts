import { localDateOf } from '#domain';
import { getWaiting, type AsOf, type ReadModelsDb, type Waiting } from '#read-models';
import { awaitedToday } from '#use-cases';
import { inBoth, ROLE_NAMES } from '#words';
import { sentences } from '../reading/actions.ts';
import type { WaitsFor } from '../reading/answers.ts';
import type { Reader } from '../reading/reader.ts';
import { pathOf } from './task-answer.ts';

interface Asked extends AsOf {
  readonly personId: string;
  /** Whether the asker is told what others are asked for; always, where nothing is said. */
  readonly tellsOthers?: (waiting: Waiting) => boolean;
}

/**
 * A thing with what it waits for now, in words; null where that is not told: of the past, which knows nothing of today's
 * tasks, or of what others are asked for and keep to themselves.
 */
export const withWaits = async <Of extends { readonly id: string }>(
  reader: Reader,
  db: ReadModelsDb,
  thing: Of | undefined,
  { personId, asOf, knownAt, tellsOthers = () => true }: Asked,
): Promise<(Of & { readonly waitsFor: readonly WaitsFor[] | null }) | undefined> => {
  if (thing === undefined) return undefined;
  if (asOf !== undefined || knownAt !== undefined) return { ...thing, waitsFor: null };
  const waiting = await getWaiting(db, { id: thing.id, today: localDateOf(reader.now) });
  if (waiting === undefined) return { ...thing, waitsFor: [] };
  const sayOf = sentences(await reader.directory(), reader.now);
  const awaited = await awaitedToday(reader.ports, personId, waiting);
  const told = tellsOthers(waiting) ? awaited : awaited.filter(({ mine }) => mine);
  const waitsFor = told.map(({ command, mine, who, act, obstacle, remark }): WaitsFor => {
    const [path, name] = pathOf(command);
    return {
      ...{ command: path, name, mine },
      // That day was for handing it in.
      dueOn: command === 'WithdrawRegistration' ? null : waiting.dueOn,
      who: who.map(({ role, unitId }) => ({ role, roleName: inBoth(ROLE_NAMES[role]), unitId })),
      ...(act === undefined ? {} : { act }),
      obstacle: obstacle === undefined ? null : sayOf(obstacle),
      remark: remark === undefined ? null : sayOf(remark),
    };
  });
  return { ...thing, waitsFor: told.length < awaited.length && told.length === 0 ? null : waitsFor };
};
