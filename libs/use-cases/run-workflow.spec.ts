import { createHash, randomUUID } from 'node:crypto';
import { adjustableClock, createEngine } from '#engine';
import { createEventLog, type EventLog } from '#event-store';
import { createMemoryEventStore } from '#event-store/memory';
import { createDirectory } from '#identity';
import { appraisedModels, createDecisionFixture, frozenDecision } from '#support/histories';
import type { Sending } from './ask.ts';
import { createDecisionFacts } from './decision/decision-facts.ts';
import { decisionUseCase } from './decision/decision.use-case.ts';
import type { Ports } from './ports.ts';
import { createRules } from './regulation/rules.ts';
import { writer } from './testing/movement.ts';

const OFFICER = { personId: 'person-officer', role: 'STANDING_BODY_OFFICER', unitId: 'unit-province' } as const;

/** A decision that waits for its signature; a log that counts how often the decision is read. */
const setUp = async () => {
  let reads = 0;
  let watched = '';
  const log = createEventLog(createMemoryEventStore());
  const store: EventLog = {
    ...log,
    readStream: (stream, options) => {
      if (stream === watched) reads += 1;
      return log.readStream(stream, options);
    },
  };
  const fixture = await createDecisionFixture(store);
  const id = await frozenDecision(store, fixture, await appraisedModels(store, fixture, 1));
  const write = writer(store, OFFICER);
  const appoint = async (role: string, unitId: string): Promise<string> => {
    const personId = randomUUID();
    const appointed = { personId, appointmentId: randomUUID(), unitId, role, from: '2025-07-01' };
    await write(`person-${personId}`, { type: 'PersonEntered', data: { personId, name: role } });
    await write(`person-${personId}`, { type: 'PersonAppointed', data: appointed });
    return personId;
  };
  const engine = createEngine({ store });
  const ports: Partial<Ports> = {
    ...{ store, engine, clock: adjustableClock('2026-11-02T02:00:00.000Z'), newId: randomUUID },
    ...{ directory: createDirectory(store), rules: createRules(store) },
    decisionFacts: createDecisionFacts(engine, store),
  };
  const signer = await appoint('DECISION_SIGNER', fixture.provinceId);
  const stranger = await appoint('STANDING_BODY_OFFICER', fixture.communeId);
  watched = `decision-${id}`;
  const counted = async (run: () => Promise<unknown>) => {
    reads = 0;
    return [await run(), reads];
  };
  return {
    ...{ id, store },
    issue: (sending: Partial<Sending> = {}) =>
      counted(() =>
        decisionUseCase.run(ports as Ports, {
          ...{ caller: { kind: 'person', personId: signer }, type: 'IssueDecision', id, ...sending },
          data: {
            ...{ symbol: 'QĐ/TU', docType: 'QUYET_DINH', issuedOn: '2026-11-01', capacity: 'TM. Ban Thường vụ' },
            fileSha256: createHash('sha256').update(id).digest('hex'),
          },
        }),
      ),
    stranger: { kind: 'person', personId: stranger } as const,
    numbers: async () =>
      (await store.readAll({ after: 0, limit: 1000 })).events.filter(({ type }) => type === 'NumberReserved'),
  };
};

describe('a command reads its stream once', () => {
  it('also when it is dry, and records nothing then', async () => {
    const { issue, numbers } = await setUp();
    expect(await issue({ dryRun: true })).toMatchObject([{ kind: 'done', revision: 2, events: ['DecisionIssued'] }, 1]);
    expect(await numbers()).toEqual([]);
  });

  it('also when it names the revision it has seen, and takes a number', async () => {
    const { issue, numbers } = await setUp();
    expect(await issue({ ifMatch: [1] })).toMatchObject([{ kind: 'done', revision: 2 }, 1]);
    expect(await numbers()).toHaveLength(1);
  });
});

describe('a revision that is not the latest', () => {
  it('is refused before a number is taken', async () => {
    const { issue, numbers } = await setUp();
    expect(await issue({ ifMatch: [0] })).toMatchObject([{ reason: 'stale-revision' }, 2]);
    expect(await numbers()).toEqual([]);
  });

  it('tells nobody that there is what they may not see', async () => {
    const { issue, stranger } = await setUp();
    expect((await issue({ ifMatch: [0], caller: stranger }))[0]).toMatchObject({ reason: 'not-found' });
  });

  it('is of no matter to a command that is repeated', async () => {
    const { issue } = await setUp();
    const idempotencyKey = randomUUID();
    const [first] = await issue({ ifMatch: [1], idempotencyKey });
    expect((await issue({ ifMatch: [1], idempotencyKey }))[0]).toEqual(first);
  });
});
