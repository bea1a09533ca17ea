import { randomUUID } from 'node:crypto';
import type { DomainEvent } from '#domain';
import type { ReadModelsDb } from '#read-models';
import { eventsOf } from '../testing/events-of.ts';
import { furnishMovement, type Movement } from '../testing/movement.ts';
import { markRevoked } from './mark-revoked.ts';

const number = { number: 2, symbol: 'QĐ/TU', issuerId: 'p', docType: 'QUYET_DINH', issuedOn: '2026-11-02' } as const;

/** What is asked of the read models is tried over HTTP; here they are not asked. */
const setUp = async (waitForReadModels = () => Promise.resolve(true)) => {
  const movement = await furnishMovement();
  const readModels = undefined as unknown as ReadModelsDb;
  const decisionId = randomUUID();
  return { ...movement, decisionId, reaction: markRevoked({ ...movement, readModels, waitForReadModels }) };
};

type SetUp = Movement & { readonly decisionId: string };

/** The decision that revokes the source, up to but not with its completion. */
const revoke = async ({ write, ids, decisionId }: SetUp): Promise<void> => {
  const item = { kind: 'registration', id: ids.source };
  const documentNumber = { ...number, issuerId: ids.provinceId, text: '02-QĐ/TU' };
  const manifest = [{ ...item, revision: 9, reason: 'Gian dối' }];
  const events: readonly DomainEvent[] = [
    {
      type: 'DecisionDrafted',
      data: { decisionId, unitId: ids.provinceId, act: 'REVOKE_RECOGNITION', title: 'Thu hồi', items: manifest },
    },
    { type: 'DecisionFrozen', data: { decisionId, manifest, manifestSha256: 'a'.repeat(64) } },
    {
      type: 'DecisionIssued',
      data: {
        ...{ decisionId, act: 'REVOKE_RECOGNITION', unitId: ids.provinceId, documentNumber, manifest },
        ...{ signerId: 'person-signer', capacity: 'TM. Ban Thường vụ', fileSha256: 'b'.repeat(64) },
      },
    },
    { type: 'DecisionItemApplied', data: { decisionId, ...item } },
  ];
  for (const event of events) await write(`decision-${decisionId}`, event);
  await write(`registration-${ids.source}`, {
    type: 'RecognitionRevoked',
    data: {
      ...{ registrationId: ids.source, decisionId, documentNumber: '02-QĐ/TU', decidedOn: '2026-11-02' },
      ...{ ground: 'Gian dối', citesDecisionId: randomUUID() },
    },
  });
};

const complete = ({ write, decisionId }: SetUp) =>
  write(`decision-${decisionId}`, { type: 'DecisionCompleted', data: { decisionId, applied: 1, rejected: 0 } });

const draftFrom = async ({ write, ids }: SetUp) => {
  const registrationId = randomUUID();
  const form = { name: 'Mô hình theo mẫu', subjectType: 'COLLECTIVE', field: 'KINH_TE', programmeTags: [] };
  return write(`registration-${registrationId}`, {
    type: 'RegistrationDrafted',
    data: {
      ...{ registrationId, modelId: randomUUID(), cycleId: ids.cycleId, unitId: ids.neighbourId, form },
      origin: { kind: 'REPLICATES', registrationId: ids.source },
    },
  });
};

const propose = async ({ write, ids }: SetUp) => {
  const commendationId = randomUUID();
  return write(`commendation-${commendationId}`, {
    type: 'CommendationProposed',
    data: {
      ...{ commendationId, unitId: ids.communeId, cycleId: ids.cycleId, regulationId: ids.regulationId },
      ...{ form: 'PUBLIC_PRAISE', scope: 'MOVEMENT', evidence: [] },
      recipient: { type: 'COLLECTIVE', name: 'Nhân dân thôn 4' },
      achievement: { kind: 'RECOGNIZED_MODEL', registrationId: ids.source },
    },
  });
};

describe('what was drafted or proposed while the model was being revoked', () => {
  it.each([
    ['registration', 'SourceRevoked', draftFrom],
    ['commendation', 'AchievementRevoked', propose],
  ] as const)('a %s is marked once, by the system', async (_, type, begin) => {
    const movement = await setUp();
    await revoke(movement);
    await complete(movement);
    const begun = await begin(movement);
    for (let time = 0; time < 3; time += 1) await movement.reaction.handle(begun);
    const [, marked, ...more] = await eventsOf(movement.store, begun.stream);
    expect(more).toEqual([]);
    expect(marked).toMatchObject({
      type,
      data: {
        ...{ revokedId: movement.ids.source, decisionId: movement.decisionId },
        ...{ documentNumber: '02-QĐ/TU', decidedOn: '2026-11-02' },
      },
      meta: { actor: { personId: 'system', role: 'SYSTEM' }, causationId: begun.id },
    });
  });

  it('is left to the decision as long as that has not reached all its items', async () => {
    const movement = await setUp();
    await revoke(movement);
    const begun = await draftFrom(movement);
    await movement.reaction.handle(begun);
    expect(await eventsOf(movement.store, begun.stream)).toHaveLength(1);
  });

  it('is left alone where the recognition stands', async () => {
    const movement = await setUp();
    for (const begun of [await draftFrom(movement), await propose(movement)]) {
      await movement.reaction.handle(begun);
      expect(await eventsOf(movement.store, begun.stream)).toHaveLength(1);
    }
  });
});

it('a decision is tried again while the read models have not seen it', async () => {
  const movement = await setUp(() => Promise.resolve(false));
  await revoke(movement);
  const completed = await complete(movement);
  await expect(movement.reaction.handle(completed)).rejects.toThrow('the read models have not come to position');
});
