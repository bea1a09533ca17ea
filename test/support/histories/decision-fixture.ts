import { createHash, randomUUID } from 'node:crypto';
import { decision, regulation, type Actor, type DomainEvent, type registration } from '#domain';
import { deriveId, eventId, systemClock, type Done, type Engine, type EngineRejection } from '#engine';
import { createDecisionFacts } from '#use-cases';
import type { EventLog } from '#event-store';
import type { Rejected } from '#domain';

/** A province that recognizes the models of its commune; everything a decision needs stands in the log. */
export interface DecisionFixture {
  readonly provinceId: string;
  readonly communeId: string;
  readonly regulationId: string;
}

const ON = '2026-10-20';
const AT = '2026-10-20T02:00:00.000Z';
const officer: Actor = { personId: 'person-officer', role: 'STANDING_BODY_OFFICER', unitId: 'unit-province' };

/** Units and an illustrative regulation without a vote. */
export async function createDecisionFixture(store: EventLog): Promise<DecisionFixture> {
  const [provinceId, communeId, regulationId] = [randomUUID(), randomUUID(), randomUUID()];
  const { vote: _vote, ...rest } = regulation.exampleRegulation(2026);
  const content = { ...rest, authorities: [{ act: 'RECOGNIZE', unitKind: 'COMMUNE', signedBy: 'PROVINCE' }] };
  const unit = (unitId: string, kind: string, name: string) => ({
    type: 'UnitEstablished',
    data: { unitId, kind, name, from: '2025-07-01' },
  });
  await write(store, `unit-${provinceId}`, unit(provinceId, 'PROVINCE', 'Tỉnh minh họa'));
  await write(store, `unit-${communeId}`, {
    type: 'UnitEstablished',
    data: { ...unit(communeId, 'COMMUNE', 'Xã minh họa').data, parentId: provinceId },
  });
  await write(store, `regulation-${regulationId}`, {
    type: 'RegulationDrafted',
    data: { regulationId, unitId: provinceId, content },
  });
  return { provinceId, communeId, regulationId };
}

/** Registrations that were appraised and passed; answers their ids. */
export async function appraisedModels(store: EventLog, fixture: DecisionFixture, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await inChunks(ids, async (registrationId) => {
    await write(store, `registration-${registrationId}`, ...lifeUntilAppraised(registrationId, fixture));
  });
  return ids;
}

/** A decision that recognizes these models, drafted and frozen; answers its id. */
export async function frozenDecision(
  store: EventLog,
  fixture: DecisionFixture,
  registrationIds: readonly string[],
): Promise<string> {
  const decisionId = randomUUID();
  const manifest: decision.ManifestItem[] = [];
  await inChunks(registrationIds, async (id) => {
    const events = await store.readStream(`registration-${id}`, { from: 0, limit: 100 });
    manifest.push({ kind: 'registration', id, revision: events.length - 1 });
  });
  const items = manifest.map(({ kind, id }) => ({ kind, id }));
  const manifestSha256 = createHash('sha256').update(decision.manifestText(manifest)).digest('hex');
  await write(
    store,
    `decision-${decisionId}`,
    {
      type: 'DecisionDrafted',
      data: { decisionId, unitId: fixture.provinceId, act: 'RECOGNIZE', title: 'Công nhận', items },
    },
    { type: 'DecisionFrozen', data: { decisionId, manifest, manifestSha256 } },
  );
  return decisionId;
}

export interface Signing {
  readonly decisionId: string;
  readonly signerId: string;
  /** The process dies between taking the number and issuing. */
  readonly diesAfterNumber?: boolean;
}

export type SigningAnswer = Done | Rejected<decision.DecisionRejection | decision.NumberingRejection | EngineRejection>;

/** The stream of the province's number book of the year. */
export const bookOf = (fixture: DecisionFixture): string => `numbering-${deriveId(fixture.provinceId, 'book 2026')}`;

/** What a signer's request does: takes the book's next number, then issues the decision with it. */
export async function sign(
  engine: Engine,
  store: EventLog,
  fixture: DecisionFixture,
  how: Signing,
): Promise<SigningAnswer> {
  const commandId = randomUUID();
  const actor: Actor = { personId: how.signerId, role: 'DECISION_SIGNER', unitId: fixture.provinceId };
  const meta = { commandId, actor, at: systemClock.now(), correlationId: commandId };
  const bookId = bookOf(fixture).slice('numbering-'.length);
  const fileSha256 = createHash('sha256').update(how.decisionId).digest('hex');
  const paper = { symbol: 'QĐ/TU', issuerId: fixture.provinceId, docType: 'QUYET_DINH', issuedOn: ON };
  const reserved = await engine.run({
    stream: bookOf(fixture),
    decider: decision.numbering.decider,
    commandId: deriveId(commandId, 'reserve-number'),
    body: how,
    prepare: (): decision.NumberingCommand => ({
      type: 'ReserveNumber',
      data: { bookId, decisionId: how.decisionId, ...paper, capacity: 'TM. Ban Thường vụ', fileSha256 },
      facts: {},
      meta,
    }),
  });
  if (reserved.kind === 'rejected' || how.diesAfterNumber) return reserved;

  const { state: book } = await engine.load(bookOf(fixture), decision.numbering.decider);
  const documentNumber = decision.numberOf(book, how.decisionId);
  if (!documentNumber) throw new Error('the number was taken and is not in the book');
  const facts = createDecisionFacts(engine, store);
  return engine.run({
    stream: `decision-${how.decisionId}`,
    decider: decision.decider,
    commandId,
    body: how,
    prepare: async ({ state }): Promise<decision.DecisionCommand> => ({
      type: 'IssueDecision',
      data: { documentNumber, capacity: 'TM. Ban Thường vụ', fileSha256 },
      facts: await facts.forIssue(state, ON),
      meta,
    }),
  });
}

async function write(store: EventLog<DomainEvent>, stream: string, ...events: readonly DomainEvent[]): Promise<void> {
  const commandId = randomUUID();
  const stored = events.map(({ type, data }, index) => ({
    id: eventId(commandId, index),
    type,
    data,
    meta: {
      ...{ actor: officer, recordedAt: AT, effectiveOn: ON, commandId, correlationId: commandId },
      commandHash: '0'.repeat(64),
    },
  }));
  const answer = await store.append(stream, 'no-stream', stored);
  if (answer.kind !== 'appended') throw new Error(`${stream} could not be prepared: ${answer.kind}`);
}

function lifeUntilAppraised(registrationId: string, fixture: DecisionFixture): registration.RegistrationEvent[] {
  const modelId = deriveId(registrationId, 'model');
  const set = regulation.exampleRegulation(2026).criteriaSets.COLLECTIVE;
  const about = {
    name: `Mô hình ${registrationId}`,
    subjectType: 'COLLECTIVE',
    field: 'KINH_TE',
    programmeTags: [],
  } as const;
  const place = { registrationId, modelId, cycleId: 'cycle-2026', unitId: fixture.communeId };
  const perCriterion = set.criteria.map(({ code, maxPoints }) => ({ criterion: code, centipoints: maxPoints * 100 }));
  const result = { perCriterion, totalCentipoints: 10_000, passMark: set.passMark, passed: true, vetoes: [] };
  const team = [1, 2, 3].map((nth) => ({ personId: `person-appraiser-${nth}`, unitId: fixture.provinceId }));
  return [
    { type: 'RegistrationDrafted', data: { ...place, origin: { kind: 'NEW' }, form: about } },
    { type: 'RegistrationSubmitted', data: { registrationId } },
    { type: 'ModelRegistered', data: { ...place, ...about, regulationId: fixture.regulationId } },
    { type: 'ImplementationStarted', data: { registrationId, plan: 'Kế hoạch', startedOn: ON } },
    { type: 'RecognitionRequested', data: { registrationId, evidence: [], results: [] } },
    { type: 'AppraisalOpened', data: { registrationId, team, dueOn: ON, criteriaSet: set } },
    { type: 'ModelAppraised', data: { registrationId, result, scores: [], aggregate: 'MEAN' } },
  ];
}

async function inChunks<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += 64) await Promise.all(all.slice(from, from + 64).map(work));
}
