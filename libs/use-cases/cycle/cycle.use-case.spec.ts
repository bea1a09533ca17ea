import { randomUUID } from 'node:crypto';
import { createDirectory } from '#identity';
import type { Answered, Caller } from '../ask.ts';
import type { Ports } from '../ports.ts';
import { personUseCase } from '../person/person.use-case.ts';
import { createRules } from '../regulation/rules.ts';
import { furnishProvince } from '../testing/province.ts';
import { cycleUseCase } from './cycle.use-case.ts';

const system: Caller = { kind: 'system' };
const movement = 'Dân vận khéo';

const done = (answer: Answered): string => {
  if (answer.kind === 'rejected') throw new Error(answer.reason);
  return answer.id;
};
const outcomeOf = (answer: Answered): string => (answer.kind === 'rejected' ? answer.reason : 'opened');

/** A province with an officer of the standing body who opens and closes its cycles. */
const setUp = async () => {
  const { store, engine, clock, write, provinceId, regulationId } = await furnishProvince(1);
  const core = {
    store,
    engine,
    clock,
    newId: randomUUID,
    directory: createDirectory(store),
    rules: createRules(store),
  };
  const ports = core as unknown as Ports;
  const personId = done(await personUseCase.run(ports, { caller: system, type: 'EnterPerson', data: { name: 'An' } }));
  const document = { number: '01', issuedOn: '2026-01-01' };
  const appointment = { unitId: provinceId, role: 'STANDING_BODY_OFFICER', from: '2026-01-01', document } as const;
  done(await personUseCase.run(ports, { caller: system, type: 'AppointPerson', id: personId, data: appointment }));
  const caller: Caller = { kind: 'person', personId };
  const asked = { unitId: provinceId, name: 'Năm 2026', year: 2026, movement, regulationId };
  return {
    open: (data: Partial<typeof asked> = {}, dryRun = false): Promise<Answered> =>
      cycleUseCase.run(ports, { caller, type: 'OpenCycle', data: { ...asked, ...data }, dryRun }),
    close: async (id: string) =>
      done(await cycleUseCase.run(ports, { caller, type: 'CloseCycle', id, data: { reason: 'Đã tổng kết' } })),
    /** As a program wrote it that reserved nothing. */
    openedBefore: async () => {
      const cycleId = randomUUID();
      const dates = { registrationDeadline: '2026-03-31', dossierDeadline: '2026-10-31' };
      const data = { ...asked, ...dates, cycleId, appraisalDeadline: '2026-11-30' };
      await write(`cycle-${cycleId}`, { type: 'CycleOpened', data });
      return cycleId;
    },
  };
};

describe('a unit has one open cycle of a movement and year', () => {
  it('a second one is refused however the movement is spelt, in a dry run too; another movement is not', async () => {
    const { open } = await setUp();
    done(await open());
    expect(outcomeOf(await open({ movement: 'dân vận  khéo' }))).toBe('cycle-open-already');
    expect(outcomeOf(await open({}, true))).toBe('cycle-open-already');
    expect(outcomeOf(await open({ movement: 'Xây dựng nông thôn mới' }))).toBe('opened');
  });

  it('of two who open it at once, one is refused', async () => {
    const { open } = await setUp();
    const outcomes = await Promise.all([open(), open()]);
    expect(outcomes.map(outcomeOf).sort()).toEqual(['cycle-open-already', 'opened']);
  });

  it('one of an older log, which reserved nothing, counts too', async () => {
    const { open, close, openedBefore } = await setUp();
    const earlier = await openedBefore();
    expect(outcomeOf(await open())).toBe('cycle-open-already');
    await close(earlier);
    done(await open());
  });

  it('once it is closed, the year is free again', async () => {
    const { open, close } = await setUp();
    await close(done(await open()));
    done(await open());
  });
});
