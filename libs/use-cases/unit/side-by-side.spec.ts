import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { organization } from '#domain';
import { adjustableClock, createEngine } from '#engine';
import { createEventLog, type EventLog } from '#event-store';
import { createMemoryEventStore } from '#event-store/memory';
import { createDirectory } from '#identity';
import type { Answered } from '../ask.ts';
import type { CorePorts } from '../ports.ts';
import { personUseCase, type PersonAsk } from '../person/person.use-case.ts';
import { unitUseCase, type UnitAsk } from './unit.use-case.ts';

const caller = { kind: 'system' } as const;
const from = '2025-07-01';

/** A process of the api: its own engine, its own memory of the organization. */
const processOn = (store: EventLog) => {
  const ports: CorePorts = {
    engine: createEngine({ store }),
    clock: adjustableClock('2026-02-02T02:00:00.000Z'),
    newId: randomUUID,
    directory: createDirectory(store),
  };
  return {
    unit: (ask: UnitAsk): Promise<Answered> => unitUseCase.run(ports, ask),
    person: (ask: PersonAsk): Promise<Answered> => personUseCase.run(ports, ask),
  };
};

/** A log that takes its time to append, so that what begins at the same moment is decided at the same moment. */
const slowLog = (isDead: (stream: string) => boolean): EventLog => {
  const log = createEventLog(createMemoryEventStore());
  return {
    ...log,
    append: async (stream, ...rest) => {
      await sleep(5);
      if (isDead(stream)) throw new Error('the process is gone');
      return log.append(stream, ...rest);
    },
  };
};

const done = (answer: Answered): string => {
  if (answer.kind === 'rejected') throw new Error(answer.reason);
  return answer.id;
};

/** Two processes on one log, a root and an administrator. */
const setUp = async () => {
  let dying: string | undefined;
  const store = slowLog((stream) => stream === dying);
  const [one, other] = [processOn(store), processOn(store)];
  const establish = async (name: string, parentId?: string): Promise<string> => {
    const data = { name, kind: 'UNIT', from, ...(parentId === undefined ? {} : { parentId }) } as const;
    return done(await one.unit({ caller, type: 'EstablishUnit', data }));
  };
  const enter = async (name: string): Promise<string> =>
    done(await one.person({ caller, type: 'EnterPerson', data: { name } }));
  const root = await establish('Tỉnh ủy');
  const personId = await enter('Quản trị');
  done(await one.person(appoint(personId, root, 'SYSTEM_ADMIN')));
  return {
    ...{ store, one, other, root, establish, enter },
    administrator: { kind: 'person', personId } as const,
    pathOf: async (unitId: string) =>
      organization.pathOn((await createDirectory(store).current()).tree, unitId, '2026-03-02'),
    dieBefore: (stream: string | undefined): void => {
      dying = stream;
    },
  };
};

const appoint = (id: string, unitId: string, role: 'SYSTEM_ADMIN' | 'UNIT_OFFICER'): PersonAsk => ({
  caller,
  type: 'AppointPerson',
  id,
  data: { unitId, role, from, document: { number: '01-QĐ/TU', issuedOn: from } },
});

/** One of the two is recorded, and the other is told why it is not. */
const expectOneRefused = (answers: readonly Answered[], ...reasons: readonly string[]): void => {
  expect(answers.filter(({ kind }) => kind === 'done')).toHaveLength(1);
  const refused = answers.find((answer) => answer.kind === 'rejected');
  expect(reasons).toContain(refused?.kind === 'rejected' ? refused.reason : undefined);
};

describe('of two changes that exclude each other, made at the same moment by two processes', () => {
  it('only one is recorded when two units are moved below each other', async () => {
    const { one, other, root, establish, administrator, pathOf } = await setUp();
    const [north, south] = [await establish('Bắc', root), await establish('Nam', root)];
    const move = (id: string, parentId: string): UnitAsk => ({
      ...{ caller: administrator, type: 'MoveUnit', id },
      data: { parentId, from: '2026-03-01' },
    });
    const answers = await Promise.all([one.unit(move(north, south)), other.unit(move(south, north))]);
    expectOneRefused(answers, 'parent-is-below');
    expect(await pathOf(north)).toContain(root);
  });

  it('only one is recorded when two communes are established under one code', async () => {
    const { one, other, root } = await setUp();
    const commune = (name: string): UnitAsk => ({
      ...{ caller, type: 'EstablishUnit' },
      data: { name, kind: 'COMMUNE', from, parentId: root, adminUnitCode: '17827' },
    });
    const answers = await Promise.all([one.unit(commune('Xã Một')), other.unit(commune('Xã Hai'))]);
    expectOneRefused(answers, 'admin-unit-code-taken');
  });

  it('only one is recorded when two roots are established', async () => {
    const store = slowLog(() => false);
    const establish = (name: string): UnitAsk => ({
      ...{ caller, type: 'EstablishUnit' },
      data: { name, kind: 'PROVINCE', from },
    });
    const processes = [processOn(store), processOn(store)];
    const answers = await Promise.all(processes.map((each, index) => each.unit(establish(`Gốc ${String(index)}`))));
    expectOneRefused(answers, 'root-exists');
  });

  it('only one is recorded when somebody is appointed into a unit that is being closed', async () => {
    const { one, other, root, establish, enter, administrator } = await setUp();
    const [unit, person] = [await establish('Phòng', root), await enter('Cán bộ')];
    const data = { on: '2026-02-01', reason: 'Sáp nhập' };
    const answers = await Promise.all([
      one.unit({ caller: administrator, type: 'CloseUnit', id: unit, data }),
      other.person(appoint(person, unit, 'UNIT_OFFICER')),
    ]);
    expectOneRefused(answers, 'has-running-appointments', 'outside-unit-period');
  });
});

describe('a change whose process dies between admitting and recording it', () => {
  it('is recorded by whoever comes next, who decides on it; its retry answers as the first time', async () => {
    const { store, one, other, root, establish, administrator, pathOf, dieBefore } = await setUp();
    const [north, south] = [await establish('Bắc', root), await establish('Nam', root)];
    const idempotencyKey = randomUUID();
    const move: UnitAsk = {
      ...{ caller: administrator, type: 'MoveUnit', id: north, idempotencyKey },
      data: { parentId: south, from: '2026-03-01' },
    };
    dieBefore(`unit-${north}`);
    await expect(one.unit(move)).rejects.toThrow();
    dieBefore(undefined);
    const data = { parentId: north, from: '2026-03-01' };
    const refused = await other.unit({ caller: administrator, type: 'MoveUnit', id: south, data });
    expect(refused).toMatchObject({ reason: 'parent-is-below' });
    expect(await pathOf(north)).toContain(south);
    expect(await one.unit(move)).toMatchObject({ commandId: idempotencyKey, events: ['UnitMoved'] });
    const events = await store.readStream(`unit-${north}`, { from: 0, limit: 10 });
    expect(events.map(({ type }) => type)).toEqual(['UnitEstablished', 'UnitMoved']);
  });

  it('is refused under the same key when something else is asked', async () => {
    const { one, root, establish, administrator } = await setUp();
    const unit = await establish('Bắc', root);
    const rename = { caller: administrator, type: 'RenameUnit', id: unit, idempotencyKey: randomUUID() } as const;
    await one.unit({ ...rename, data: { name: 'Đông', from: '2026-03-01' } });
    const other = await one.unit({ ...rename, data: { name: 'Tây', from: '2026-03-01' } });
    expect(other).toMatchObject({ reason: 'idempotency-key-reused' });
  });
});
