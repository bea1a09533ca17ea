import { randomUUID } from 'node:crypto';
import { accept, type Actor, type Command, type Decider, type DomainEvent } from '#domain';
import { createEngine } from '#engine';
import { createEventLog } from '#event-store';
import { createMemoryEventStore } from '#event-store/memory';

const AT = '2026-06-01T02:00:00.000Z';
const OFFICER: Actor = { personId: randomUUID(), role: 'UNIT_OFFICER', unitId: randomUUID() };

type Write = Command<'Write', readonly DomainEvent[]>;
const anything: Decider<null, DomainEvent, Write, never> = {
  initial: null,
  evolve: () => null,
  decide: ({ data }) => accept(...data),
};

/** A log in memory, the engine that reads it, and a way to write facts into it as they are. */
export const openLog = () => {
  const store = createEventLog(createMemoryEventStore());
  const writer = createEngine({ store });
  const write = async (stream: string, ...events: readonly DomainEvent[]): Promise<void> => {
    const commandId = randomUUID();
    const meta = { commandId, actor: OFFICER, at: AT, correlationId: randomUUID() };
    const answer = await writer.run({
      ...{ stream, commandId, decider: anything, body: events },
      prepare: () => ({ type: 'Write', data: events, facts: {}, meta }) as const,
    });
    if (answer.kind === 'rejected') throw new Error(answer.reason);
  };
  return { store, engine: createEngine({ store }), write };
};
