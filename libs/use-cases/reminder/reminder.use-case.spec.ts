import { randomUUID } from 'node:crypto';
import { adjustableClock, createEngine } from '#engine';
import { createEventLog } from '#event-store';
import { createMemoryEventStore } from '#event-store/memory';
import { createDirectory } from '#identity';
import type { Answered, Caller } from '../ask.ts';
import { personUseCase } from '../person/person.use-case.ts';
import { unitUseCase } from '../unit/unit.use-case.ts';
import { reminderUseCase } from './reminder.use-case.ts';

const from = '2025-07-01';
const system: Caller = { kind: 'system' };

/** A province, one of its people, and a message without duties. */
const setUp = async (role: 'SYSTEM_ADMIN' | 'UNIT_OFFICER') => {
  const store = createEventLog(createMemoryEventStore());
  const asked: string[] = [];
  const ports = {
    ...{ engine: createEngine({ store }), directory: createDirectory(store) },
    ...{ clock: adjustableClock('2026-02-02T02:00:00.000Z'), newId: randomUUID },
    reminders: {
      dutiesOf: () => Promise.resolve(asked.push('its duties') > 0 ? [] : undefined),
      queueAgain: () => Promise.resolve(void asked.push('to be queued')),
    },
  };
  const unit = { name: 'Tỉnh ủy', kind: 'PROVINCE', from } as const;
  const unitId = idOf(await unitUseCase.run(ports, { caller: system, type: 'EstablishUnit', data: unit }));
  const entered = { caller: system, type: 'EnterPerson', data: { name: 'Nguyễn Văn An' } } as const;
  const personId = idOf(await personUseCase.run(ports, entered));
  const data = { unitId, role, from, document: { number: '01', issuedOn: from } };
  idOf(await personUseCase.run(ports, { caller: system, type: 'AppointPerson', id: personId, data }));
  const retry = (): Promise<Answered> =>
    reminderUseCase.run(ports, {
      ...{ type: 'RetryReminder', id: randomUUID(), caller: { kind: 'person', personId } },
      data: { reason: 'Đã sửa địa chỉ' },
    });
  return { retry, asked };
};

const idOf = (answer: Answered): string => {
  if (answer.kind === 'rejected') throw new Error(answer.reason);
  return answer.id;
};

describe('the retry of a reminder', () => {
  it('is refused to who has no right to it before anything is read or queued', async () => {
    const { retry, asked } = await setUp('UNIT_OFFICER');
    expect(await retry()).toMatchObject({ kind: 'rejected', reason: 'role-not-allowed' });
    expect(asked).toEqual([]);
  });

  it('queues the message for an administrator', async () => {
    const { retry, asked } = await setUp('SYSTEM_ADMIN');
    await retry();
    expect(asked).toEqual(['its duties', 'to be queued']);
  });
});
