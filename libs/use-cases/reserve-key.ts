import { reservation, type Actor, type Rejected } from '#domain';
import { deriveId } from '#engine';
import type { Rejection } from './rejection.ts';
import type { Ports } from './ports.ts';

/** Turns keys into ids of streams: fixed for ever. */
const KEYS = '6f1d9c52-8f0e-4d0b-9a77-0d2f6f9b1c11';

const streamOf = (key: string): string => `reservation-${deriveId(KEYS, key)}`;

type Reserved = Pick<Ports, 'engine' | 'clock' | 'store'>;

/** What may take a key from its holder. */
export interface Reserving {
  readonly key: string;
  /** Id of what needs the key. */
  readonly holder: string;
  /** Part of one command: a repetition reserves once. */
  readonly commandId: string;
  readonly actor: Actor;
  /** Whether the present holder still has a claim. */
  readonly isAlive: (holder: string) => Promise<boolean>;
}

/** Takes the key, before the command that needs it. A holder that has lost its claim gives it up. */
export const reserveKey = async (
  ports: Pick<Reserved, 'engine' | 'clock'>,
  wish: Reserving,
): Promise<'reserved' | Rejected<Rejection>> => {
  const commandId = deriveId(wish.commandId, `reserve:${wish.key}`);
  const answer = await ports.engine.run<
    reservation.ReservationState,
    reservation.ReservationEvent,
    reservation.ReserveKey,
    Rejection
  >({
    stream: streamOf(wish.key),
    decider: reservation.decider,
    commandId,
    body: { key: wish.key, holder: wish.holder },
    prepare: async ({ state }) => ({
      type: 'ReserveKey',
      data: { key: wish.key, holder: wish.holder },
      facts: { holderAlive: state.status === 'HELD' && (await wish.isAlive(state.holder)) },
      meta: { commandId, actor: wish.actor, at: ports.clock.now(), correlationId: wish.commandId },
    }),
  });
  return answer.kind === 'done' ? 'reserved' : answer;
};

/** Takes the key, or nothing on a dry run; answers who else has it, with a claim that still stands. */
export const claimKey = async (ports: Reserved, wish: Reserving, dryRun: boolean): Promise<string | undefined> => {
  if (!dryRun) await reserveKey(ports, wish);
  const other = await takenBy(ports, [wish.key], wish.holder);
  return other !== undefined && (await wish.isAlive(other)) ? other : undefined;
};

/** Who else holds one of the keys: asked again in the same breath as the command that needs them. */
export const takenBy = async (
  ports: Pick<Reserved, 'engine'>,
  keys: readonly string[],
  holder: string,
): Promise<string | undefined> => {
  for (const key of keys) {
    const { state } = await ports.engine.load(streamOf(key), reservation.decider);
    if (state.status === 'HELD' && state.holder !== holder) return state.holder;
  }
  return undefined;
};

/** Whether a holder that does not exist yet is taken to be just being made: it keeps its claim for a minute. */
export const isInTheMaking = async (ports: Reserved, key: string): Promise<boolean> => {
  const stream = streamOf(key);
  const { revision } = await ports.engine.load(stream, reservation.decider);
  if (revision < 0) return false;
  const [last] = await ports.store.readStream(stream, { from: revision, limit: 1 });
  return last !== undefined && Date.parse(ports.clock.now()) - Date.parse(last.meta.recordedAt) < MAKING_MS;
};

const MAKING_MS = 60_000;
