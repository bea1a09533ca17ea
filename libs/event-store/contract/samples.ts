import { randomUUID } from 'node:crypto';
import type { NewEvent } from '../event-store.port.ts';

/** A storable event with an id of its own. */
export function newEvent(data: unknown = { note: 'Đã nghiệm thu' }, over: Partial<NewEvent> = {}): NewEvent {
  return {
    id: randomUUID(),
    type: 'ProgressRecorded',
    version: 1,
    data,
    meta: {
      actor: { personId: randomUUID(), role: 'UNIT_OFFICER', unitId: randomUUID() },
      recordedAt: '2026-03-02T01:30:00.000Z',
      effectiveOn: '2026-03-02',
      commandId: randomUUID(),
      correlationId: randomUUID(),
      commandHash: 'ab'.repeat(32),
    },
    ...over,
  };
}

export const newStream = (category = 'registration'): string => `${category}-${randomUUID()}`;
