import { randomUUID } from 'node:crypto';
import type { EventStore, NewEvent } from '#event-store';

export const CALLERS = 64;
const ROUND_MS = 2000;

/** One append of one event by a caller who goes on when it is durable. */
export type Append = (caller: number, nth: number) => Promise<unknown>;

/** Each round writes streams of its own: the first call of the first caller begins a round. */
export const appendsTo = (store: EventStore): Append => {
  let run = '';
  return (caller, nth) => {
    if (caller === 0 && nth === 0) run = randomUUID();
    return store.append(`bench-${run}-${caller}`, nth === 0 ? 'no-stream' : nth - 1, [sampleEvent()]);
  };
};

/** Appends finished per second. */
export async function perSecond(append: Append, durationMs = ROUND_MS): Promise<number> {
  const startedAt = performance.now();
  const finished = (await latencies(append, CALLERS, durationMs)).length;
  return (finished * 1000) / (performance.now() - startedAt);
}

/** Milliseconds of each append. */
export async function latencies(append: Append, callers: number, durationMs = ROUND_MS): Promise<number[]> {
  const until = performance.now() + durationMs;
  const taken: number[] = [];
  const caller = async (number: number) => {
    for (let nth = 0; performance.now() < until; nth += 1) {
      const startedAt = performance.now();
      await append(number, nth);
      taken.push(performance.now() - startedAt);
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, number) => caller(number)));
  return taken;
}

/** An event of the size most have: about 300 bytes of data and 450 of envelope. */
export const sampleEvent = (): NewEvent => ({
  id: randomUUID(),
  type: 'ProgressRecorded',
  version: 1,
  data: {
    registrationId: '0b6f2a52-6f0e-4c6f-9c5b-2f1f6f0a9a11',
    note: 'Đã vận động 42 hộ hiến đất mở rộng đường liên thôn; hoàn thành 1,2 km mặt đường bê tông trong tháng.',
    indicators: [{ name: 'Số hộ tham gia', value: 42, unit: 'hộ' }],
    evidence: [],
  },
  meta: {
    actor: {
      personId: '2c5d0f3e-92a4-4d57-8a53-0d8c2f1b7e01',
      role: 'UNIT_OFFICER',
      unitId: '7d1e4b3a-0c58-4f63-9f0e-5a2b6c7d8e90',
    },
    recordedAt: '2026-03-02T01:30:00.000Z',
    effectiveOn: '2026-03-02',
    commandId: '5f0c3a7e-1b2d-4e6f-8a9b-0c1d2e3f4a5b',
    correlationId: '9e8d7c6b-5a4f-4e3d-8c2b-1a0f9e8d7c6b',
    commandHash: 'a3f5c9e1b7d2486f90a1c3e5b7d9f1a2c4e6f8091b3d5f7a9c1e3b5d7f90a2c4',
  },
});
