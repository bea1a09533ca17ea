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
  /** Tells one try of the command from another, where a key may have been given back in between. */
  readonly attempt?: string;
  readonly actor: Actor;
  /** Whether the present holder still has a claim. */
  readonly isAlive: (holder: string) => Promise<boolean>;
}

/** Takes the key, before the command that needs it. A holder that has lost its claim gives it up. */
export const reserveKey = async (
  ports: Pick<Reserved, 'engine' | 'clock'>,
  wish: Reserving,
): Promise<'reserved' | Rejected<Rejection>> => {
  const commandId = deriveId(wish.commandId, `reserve:${wish.key}${wish.attempt ?? ''}`);
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

/** Gives a key back that the command did not need in the end: otherwise its holder kept it while in the making. */
export const releaseKey = async (
  ports: Pick<Reserved, 'engine' | 'clock'>,
  { key, holder, commandId: command, attempt = '', actor }: Omit<Reserving, 'isAlive'>,
  reason: string,
): Promise<void> => {
  const commandId = deriveId(command, `release:${key}${attempt}`);
  const data = { key, holder, reason };
  await ports.engine.run({
    stream: streamOf(key),
    decider: reservation.decider,
    commandId,
    body: data,
    prepare: (): reservation.ReleaseKey => ({
      ...{ type: 'ReleaseKey', data, facts: {} },
      meta: { commandId, actor, at: ports.clock.now(), correlationId: command },
    }),
  });
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
    const other = await holderOf(ports, key);
    if (other !== undefined && other !== holder) return other;
  }
  return undefined;
};

/** Who holds a key. */
export const holderOf = async ({ engine }: Pick<Reserved, 'engine'>, key: string): Promise<string | undefined> => {
  const { state } = await engine.load(streamOf(key), reservation.decider);
  return state.status === 'HELD' ? state.holder : undefined;
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
