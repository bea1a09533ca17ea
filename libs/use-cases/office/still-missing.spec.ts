import { randomUUID } from 'node:crypto';
import { regulation, type Role } from '#domain';
import { createEventLog } from '#event-store';
import { createMemoryEventStore } from '#event-store/memory';
import { createDirectory } from '#identity';
import { createRules } from '../regulation/rules.ts';
import { writer } from '../testing/movement.ts';
import { stillMissing, type StillMissing } from './still-missing.ts';

const AT = '2026-03-02T02:00:00.000Z';
const LATE = '2026-11-02T02:00:00.000Z';
const from = '2026-01-01';
const document = { number: '01-QĐ/TU', issuedOn: from };

/** An office that has its root unit and nothing else, and the steps by which it gets the rest. */
const beginOffice = async () => {
  const store = createEventLog(createMemoryEventStore());
  const write = writer(store, { personId: 'admin', role: 'SYSTEM_ADMIN', unitId: 'root' });
  const [rootId, regulationId, cycleId] = [randomUUID(), randomUUID(), randomUUID()];
  const establish = (unitId: string, parent = {}) =>
    write(`unit-${unitId}`, {
      type: 'UnitEstablished',
      data: { unitId, kind: 'COMMUNE', name: 'Xã Đầu', from, ...parent },
    });
  await establish(rootId);
  return {
    missing: async (at = AT) =>
      stillMissing(await createDirectory(store).current(), await createRules(store).current(), at),
    establishBelow: () => establish(randomUUID(), { parentId: rootId }),
    /** Somebody who holds the role; the answer lets them set their password. */
    appoint: async (role: Role) => {
      const [personId, account] = [randomUUID(), { accountId: randomUUID(), username: role.toLowerCase() }];
      await write(`person-${personId}`, { type: 'PersonEntered', data: { personId, name: role } });
      const appointment = { appointmentId: randomUUID(), unitId: rootId, role, from, document };
      await write(`person-${personId}`, { type: 'PersonAppointed', data: { personId, ...appointment } });
      return () =>
        write(`person-${personId}`, {
          type: 'AccountOpened',
          data: { personId, ...account, credentialId: randomUUID() },
        });
    },
    publish: (since = from) =>
      write(`regulation-${regulationId}`, {
        type: 'RegulationPublished',
        data: { regulationId, number: '01-QĐ/ĐU', issuedOn: from, from: since, warnings: [] },
      }),
    draft: (lateWithReason = true) => {
      const content = regulation.startingRegulation('COMMUNE', 2026, []);
      const registration = { ...content.registration, lateWithReason };
      return write(`regulation-${regulationId}`, {
        type: 'RegulationDrafted',
        data: { regulationId, unitId: rootId, content: { ...content, registration } },
      });
    },
    extend: () =>
      write(`cycle-${cycleId}`, {
        type: 'DeadlineExtended',
        data: {
          ...{ cycleId, step: 'REGISTRATION', originalDueOn: '2026-03-31', dueOn: '2026-11-30', reason: 'Bão' },
          document: { number: '02-QĐ/TU', issuedOn: from },
        },
      }),
    openCycle: () =>
      write(`cycle-${cycleId}`, {
        type: 'CycleOpened',
        data: {
          ...{ cycleId, unitId: rootId, regulationId, name: 'Năm 2026', year: 2026, movement: 'Dân vận khéo' },
          ...{ registrationDeadline: '2026-03-31', dossierDeadline: '2026-10-31', appraisalDeadline: '2026-11-30' },
        },
      }),
  };
};

const ROLES: readonly Role[] = ['STANDING_BODY_OFFICER', 'DECISION_SIGNER', 'UNIT_OFFICER', 'UNIT_HEAD'];
const nobody = ROLES.map((role) => ({ thing: 'PERSON', role }));

describe('what an office lacks before its first registration', () => {
  it('is everything at the beginning, in the order in which it is best done', async () => {
    const { missing } = await beginOffice();
    expect(await missing()).toEqual([{ thing: 'UNITS' }, ...nobody, { thing: 'REGULATION' }, { thing: 'CYCLE' }]);
  });

  it('shrinks with each step until there is nothing left', async () => {
    const office = await beginOffice();
    await office.establishBelow();
    const rules = [{ thing: 'REGULATION' }, { thing: 'CYCLE' }];
    expect(await office.missing()).toEqual([...nobody, ...rules]);
    for (const [done, role] of ROLES.entries()) {
      const setPassword = await office.appoint(role);
      expect(await office.missing()).toEqual([{ thing: 'PASSWORD', role }, ...nobody.slice(done + 1), ...rules]);
      await setPassword();
    }
    expect(await office.missing()).toEqual(rules);
    await office.draft();
    expect(await office.missing()).toEqual([{ thing: 'PUBLICATION' }, { thing: 'CYCLE' }]);
    await office.publish();
    expect(await office.missing()).toEqual([{ thing: 'CYCLE' }]);
    await office.openCycle();
    expect(await office.missing()).toEqual([]);
  });

  const lacksOfCycle = async (missing: Promise<readonly StillMissing[]>) =>
    (await missing).filter(({ thing }) => thing === 'CYCLE' || thing === 'DEADLINE');

  it('tells of a cycle that is still to be opened that the day to hand in, by the regulation, has passed', async () => {
    const office = await beginOffice();
    await office.draft();
    expect(await lacksOfCycle(office.missing('2026-03-31T16:00:00.000Z'))).toEqual([{ thing: 'CYCLE' }]);
    expect(await lacksOfCycle(office.missing(LATE))).toEqual([{ thing: 'CYCLE', passed: '2026-03-31' }]);
  });

  it.each([true, false])(
    'tells that every open cycle is over for handing in, with a reason or at all (%s)',
    async (lateWithReason) => {
      const office = await beginOffice();
      await office.draft(lateWithReason);
      await office.publish();
      await office.openCycle();
      expect(await lacksOfCycle(office.missing('2026-03-31T16:00:00.000Z'))).toEqual([]);
      expect(await lacksOfCycle(office.missing(LATE))).toEqual([
        { thing: 'DEADLINE', cycle: 'Năm 2026', passed: '2026-03-31', withReason: lateWithReason },
      ]);
      await office.extend();
      expect(await lacksOfCycle(office.missing(LATE))).toEqual([]);
    },
  );

  it('is the day, where a regulation is published for a later one', async () => {
    const office = await beginOffice();
    await office.draft();
    await office.publish('2027-01-01');
    expect(await office.missing()).toContainEqual({ thing: 'EFFECT', from: '2027-01-01' });
    expect(await office.missing()).not.toContainEqual({ thing: 'PUBLICATION' });
  });

  it('is no unit below where the office registers models of its own', async () => {
    const office = await beginOffice();
    await office.appoint('UNIT_OFFICER');
    expect(await office.missing()).not.toContainEqual({ thing: 'UNITS' });
  });
});
