import { setTimeout as sleep } from 'node:timers/promises';
import { changesBy, type ChangedKind } from '#read-models';
import type { Ports } from '../commands/ports.ts';
import type { Projections } from '../http/answer/projections.ts';
import { createOnlookers, type Onlooker } from './onlookers.ts';
import { sightOfChanges } from './sight-of-changes.ts';

export interface Updates {
  /**
   * Tells of everything that happens from now on, each once the read models hold it. Answers how to leave, and how far the
   * read models are.
   */
  join(onlooker: Onlooker): Promise<{ readonly position: number; readonly leave: () => void }>;
  /** What of the changes between two positions a person is told; all kinds they see when it is much. */
  between(after: number, upTo: number, personId: string): Promise<readonly ChangedKind[]>;
}

const BATCH = 500;
/** Milliseconds between two updates: what happens meanwhile is told at once. */
const PACE_MS = 200;
const WAIT_MS = 15_000;
const AGAIN_MS = 1000;
const LOOK_MS = 1500;

interface UpdatesOptions {
  readonly ports: Pick<Ports, 'store' | 'directory' | 'clock' | 'readModels'>;
  readonly projections: Pick<Projections, 'position' | 'waitFor'>;
  /** Told that following failed; it is tried again. */
  readonly failed: (error: unknown) => void;
}

/** Follows the log once for all open pages of the process, as long as there is one. */
export const createUpdates = ({ ports, projections, failed }: UpdatesOptions): Updates => {
  const { store, directory, clock, readModels } = ports;
  const onlookers = createOnlookers(ports);
  let following: { readonly ending: AbortController; readonly begun: Promise<void> } | undefined;

  /** Tells everything behind a position that the read models hold; answers how far that is. */
  const pass = async (after: number, signal: AbortSignal): Promise<number> => {
    const { events, upTo } = await store.entries.readAll({ after, limit: BATCH });
    if (events.length === 0) await store.waitPast(upTo, WAIT_MS, signal);
    else if (!(await projections.waitFor(upTo, WAIT_MS, signal))) return after;
    else await onlookers.tell(await changesBy(readModels, events), upTo);
    return upTo;
  };

  const follow = async (from: number, signal: AbortSignal): Promise<void> => {
    const looking = setInterval(() => void onlookers.look().catch(failed), LOOK_MS);
    const rest = (ms: number): Promise<unknown> => sleep(ms, undefined, { signal }).catch(() => undefined);
    for (let position = from; !signal.aborted;) {
      try {
        position = await pass(position, signal);
        await rest(PACE_MS);
      } catch (error) {
        failed(error);
        await rest(AGAIN_MS);
      }
    }
    clearInterval(looking);
  };

  const begin = (): NonNullable<typeof following> => {
    const ending = new AbortController();
    const begun = projections.position().then((position) => void follow(position, ending.signal));
    return { ending, begun };
  };

  const leave = (onlooker: Onlooker): void => {
    if (onlookers.remove(onlooker) > 0) return;
    following?.ending.abort();
    following = undefined;
  };

  return {
    async join(onlooker) {
      await onlookers.add(onlooker);
      following ??= begin();
      try {
        await following.begun;
        return { position: await projections.position(), leave: () => leave(onlooker) };
      } catch (error) {
        leave(onlooker);
        throw error;
      }
    },
    async between(after, upTo, personId) {
      if (after >= upTo) return [];
      const sight = sightOfChanges(await directory.current(), personId, clock.now());
      const { events, upTo: read } = await store.entries.readAll({ after, limit: BATCH });
      return read < upTo ? sight.kinds : sight.of(await changesBy(readModels, events));
    },
  };
};
