import { randomUUID } from 'node:crypto';
import { accept, type Command, type Decider, type DomainEvent } from '#domain';
import type { Engine } from '#engine';

export const CALLERS = 64;
const ROUND_MS = 2000;
/** Commands on each stream before a caller goes on to a new one: the life of a registration. */
export const LIFE = 12;

type Noted = DomainEvent<'ProgressRecorded', { readonly note: string; readonly count: number }>;
type Note = Command<'NoteProgress', { readonly note: string }>;
/** One command by a caller, on a stream of this round. */
export type Run = (caller: number, nth: number, round: string) => Promise<unknown>;

const decider: Decider<number, Noted, Note, never> = {
  initial: 0,
  evolve: (_state, event) => event.data.count,
  decide: ({ data }, state) => accept({ type: 'ProgressRecorded', data: { note: data.note, count: state + 1 } }),
};

export const NOTE = 'Đã vận động 42 hộ hiến đất mở rộng đường liên thôn; hoàn thành 1,2 km mặt đường bê tông.';
export const actor = { personId: randomUUID(), role: 'UNIT_OFFICER', unitId: randomUUID() } as const;
export const AT = '2026-03-02T01:30:00.000Z';

export const streamOf = (caller: number, nth: number, round: string): string =>
  `bench-${round}-${caller}-${Math.floor(nth / LIFE)}`;

/** Commands through the engine: loaded, decided, appended. */
export const commandsOf =
  (engine: Engine): Run =>
  async (caller, nth, round) => {
    const commandId = randomUUID();
    const answer = await engine.run({
      stream: streamOf(caller, nth, round),
      decider,
      commandId,
      body: { note: NOTE, actor },
      prepare: (): Note => ({
        type: 'NoteProgress',
        data: { note: NOTE },
        facts: {},
        meta: { commandId, actor, at: AT, correlationId: commandId },
      }),
    });
    if (answer.kind === 'rejected') throw new Error(answer.reason);
  };

/** Commands finished per second, on streams of this round. */
export async function perSecond(run: Run, durationMs = ROUND_MS): Promise<number> {
  const round = randomUUID();
  const startedAt = performance.now();
  let finished = 0;
  const caller = async (number: number) => {
    for (let nth = 0; performance.now() - startedAt < durationMs; nth += 1) {
      await run(number, nth, round);
      finished += 1;
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, (_, number) => caller(number)));
  return (finished * 1000) / (performance.now() - startedAt);
}
