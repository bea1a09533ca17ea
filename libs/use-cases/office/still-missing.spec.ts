import { randomUUID } from 'node:crypto';
import { regulation, type Role } from '#domain';
import { createEventLog } from '#event-store';
import { createMemoryEventStore } from '#event-store/memory';
import { createDirectory } from '#identity';
import { createRules } from '../regulation/rules.ts';
import { writer } from '../testing/movement.ts';
import { stillMissing } from './still-missing.ts';

const AT = '2026-11-02T02:00:00.000Z';
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
    missing: async () => stillMissing(await createDirectory(store).current(), await createRules(store).current(), AT),
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
    draft: () =>
      write(`regulation-${regulationId}`, {
        type: 'RegulationDrafted',
        data: { regulationId, unitId: rootId, content: regulation.startingRegulation('COMMUNE', 2026, []) },
      }),
    publish: (since = from) =>
      write(`regulation-${regulationId}`, {
        type: 'RegulationPublished',
        data: { regulationId, number: '01-QĐ/ĐU', issuedOn: from, from: since, warnings: [] },
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
