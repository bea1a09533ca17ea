import { commendation, decision, registration, SYSTEM, type Revoked } from '#domain';
import type { RecordedEvent } from '#event-store';
import { chunksOf, inChunks, runFollowUp, type Clock, type Engine, type Reaction } from '#engine';
import { allPages, commendationsOn, registrationsFrom, type ReadModelsDb } from '#read-models';
import type { Ports } from '../ports.ts';

export interface MarkRevokedOptions {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly readModels: ReadModelsDb;
  readonly waitForReadModels: Ports['waitForReadModels'];
}

/** Streams marked at the same time, and revocations asked about together. */
const CHUNK = 64;

/** The read models tell what rests on what; they are given so long to see the revocation. */
const MAX_WAIT_MS = 30_000;

/**
 * What rests on a recognition that was revoked is marked, each once, for the standing body to look at: registrations
 * that continue or replicate the model, and commendations for it. Only when the decision has reached all its items, so
 * that nothing is marked that the same decision revokes. What is drafted or proposed while that happens finds the
 * revocation itself.
 */
export const markRevoked = (options: MarkRevokedOptions): Reaction => ({
  name: 'mark-revoked',
  categories: ['decision', 'registration', 'commendation'],
  async handle(event) {
    if (event.type === 'DecisionCompleted') await markAfter(options, event, event.data.decisionId);
    if (event.type === 'RegistrationDrafted' && event.data.origin.kind !== 'NEW') {
      const revoked = await revocationOf(options, event.data.origin.registrationId);
      if (revoked !== undefined) await markRegistration(options, event, { id: event.data.registrationId, revoked });
    }
    if (event.type === 'CommendationProposed' && event.data.achievement.kind === 'RECOGNIZED_MODEL') {
      const revoked = await revocationOf(options, event.data.achievement.registrationId);
      if (revoked !== undefined) await markCommendation(options, event, { id: event.data.commendationId, revoked });
    }
  },
});

/** A stream that rests on a revoked recognition. */
interface Resting {
  readonly id: string;
  readonly revoked: Revoked;
}

const revokedBy = async ({ engine }: MarkRevokedOptions, decisionId: string): Promise<readonly Revoked[]> =>
  decision.revokedBy((await engine.load(`decision-${decisionId}`, decision.decider)).state);

/** What a registration that continues or replicates this one rests on: its revocation, once complete, or that of its source. */
const revocationOf = async (options: MarkRevokedOptions, registrationId: string): Promise<Revoked | undefined> => {
  const { state } = await options.engine.load(`registration-${registrationId}`, registration.decider);
  if (state.status !== 'REVOKED') return registration.passedOn(state);
  const revoked = await revokedBy(options, state.revokedBy);
  return revoked.find(({ revokedId }) => revokedId === registrationId);
};

const markAfter = async (options: MarkRevokedOptions, cause: RecordedEvent, decisionId: string): Promise<void> => {
  const revoked = await revokedBy(options, decisionId);
  if (revoked.length === 0) return;
  if (!(await options.waitForReadModels(cause.position, MAX_WAIT_MS)))
    throw new Error(`the read models have not come to position ${String(cause.position)}`);
  for (const chunk of chunksOf(revoked, CHUNK)) {
    const sources = chunk.map((one) => ({ id: one.revokedId, revoked: one }));
    const registrations = await registrationsOn(options.readModels, sources);
    const commendations = await commendationsFor(options.readModels, sources);
    await inChunks(registrations, CHUNK, (resting) => markRegistration(options, cause, resting));
    await inChunks(commendations, CHUNK, (resting) => markCommendation(options, cause, resting));
  }
};

/** Also what rests on these in turn, but not on one that was recognized itself: that stands on its own appraisal. */
const registrationsOn = async (db: ReadModelsDb, sources: readonly Resting[]): Promise<readonly Resting[]> => {
  if (sources.length === 0) return [];
  const originIds = sources.map(({ id }) => id);
  const rows = await allPages((page) => registrationsFrom(db, { ...page, originIds }));
  const found = rows.flatMap(({ id, originId, status }) =>
    restingOn(sources, originId, id).map((one) => ({ ...one, status })),
  );
  return [
    ...found,
    ...(await registrationsOn(
      db,
      found.filter(({ status }) => status !== 'RECOGNIZED'),
    )),
  ];
};

const commendationsFor = async (db: ReadModelsDb, sources: readonly Resting[]): Promise<readonly Resting[]> => {
  const registrationIds = sources.map(({ id }) => id);
  const rows = await allPages((page) => commendationsOn(db, { ...page, registrationIds }));
  return rows.flatMap(({ id, registrationId }) => restingOn(sources, registrationId, id));
};

const restingOn = (sources: readonly Resting[], sourceId: string | null, id: string): readonly Resting[] =>
  sources.filter((source) => source.id === sourceId).map(({ revoked }) => ({ id, revoked }));

const markRegistration = (tools: MarkRevokedOptions, cause: RecordedEvent, { id, revoked: data }: Resting) => {
  const mark = { stream: `registration-${id}`, type: 'MarkSourceRevoked', data, ...asSystemFor(id) } as const;
  return runFollowUp(tools, cause, mark, registration.decider, noFacts);
};

const markCommendation = (tools: MarkRevokedOptions, cause: RecordedEvent, { id, revoked: data }: Resting) => {
  const mark = { stream: `commendation-${id}`, type: 'MarkAchievementRevoked', data, ...asSystemFor(id) } as const;
  return runFollowUp(tools, cause, mark, commendation.decider, noFacts);
};

/** By the system for itself: nobody's rights are used, and what has ended or is marked takes no mark. */
const asSystemFor = (id: string) => ({ key: `revoked:${id}`, actor: SYSTEM });

const noFacts = () => Promise.resolve({});
