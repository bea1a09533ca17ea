import { commendation, decision, registration, reject, type Actor, type CommandMeta, type Rejected } from '#domain';
import type { StoredEvent } from '#event-store';
import type { Clock, Done, Engine, EngineRejection } from '../engine.port.ts';
import { deriveId } from '../ids.ts';
import type { DecisionFactsSource } from './decision-facts.ts';

export interface OwedCommands {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly facts: DecisionFactsSource;
}

type Owed = decision.Owed<string, unknown>;
type Answer<Reason extends string> = Promise<Done | Rejected<Reason>>;
type Incomplete = EngineRejection;

/** An item's command: the item's own workflow decides, on its own facts. */
export async function runItemCommand(
  { engine, clock, facts }: OwedCommands,
  cause: StoredEvent,
  owed: decision.OwedToItem,
  signingUnitId: string,
): Answer<registration.RegistrationRejection | commendation.CommendationRejection> {
  const meta = metaOf(cause, owed, clock);
  const base = { stream: owed.stream, commandId: meta.commandId, body: bodyOf(owed) };
  if (owed.kind === 'commendation')
    return settled(
      await engine.run({
        ...base,
        decider: commendation.decider,
        prepare: async ({ state, revision }) => {
          const award = owed.type === 'AwardByDecision' ? await facts.forAward(state, signingUnitId) : {};
          const command = { ...owed, meta, facts: { ...owed.facts, currentRevision: revision, ...award } };
          return command as unknown as commendation.CommendationCommand;
        },
        decide: commendation.decide,
      }),
    );
  return settled(
    await engine.run({
      ...base,
      decider: registration.decider,
      prepare: async ({ state, revision }) => {
        const version = 'regulationId' in state ? await facts.regulation(state.regulationId) : undefined;
        if (owed.type === 'RecognizeByDecision' && !version) return reject('not-the-pinned-regulation');
        const command = { ...owed, meta, facts: { ...owed.facts, currentRevision: revision, regulation: version } };
        return command as unknown as registration.RegistrationCommand;
      },
      decide: registration.decide,
    }),
  );
}

/** A command on a decision, as one of `decision.process`. */
export async function runDecisionCommand(
  { engine, clock, facts }: OwedCommands,
  cause: StoredEvent,
  owed: decision.Owed<'IssueDecision' | 'RefuseNumber' | 'RecordItemResults', unknown>,
): Answer<decision.DecisionRejection> {
  const meta = metaOf(cause, owed, clock);
  return settled(
    await engine.run({
      stream: owed.stream,
      commandId: meta.commandId,
      body: bodyOf(owed),
      decider: decision.decider,
      prepare: async ({ state }) => {
        const known = owed.type === 'IssueDecision' ? await facts.forIssue(state) : {};
        return { type: owed.type, data: owed.data, facts: known, meta } as unknown as decision.DecisionCommand;
      },
      decide: decision.decide,
    }),
  );
}

/** The book strikes a number that its decision gave up. */
export async function runVoidNumber(
  { engine, clock }: OwedCommands,
  cause: StoredEvent,
  owed: decision.Owed<'VoidNumber', decision.VoidNumber['data']>,
): Answer<decision.NumberingRejection> {
  const meta = metaOf(cause, owed, clock);
  return settled(
    await engine.run({
      stream: owed.stream,
      commandId: meta.commandId,
      body: bodyOf(owed),
      decider: decision.numberingDecider,
      prepare: (): decision.VoidNumber => ({ type: 'VoidNumber', data: owed.data, facts: { use: 'RELEASED' }, meta }),
      decide: decision.decideNumbering,
    }),
  );
}

/** `key` tells the commands of one cause apart; the data may differ when it is made again, the command is the same. */
const bodyOf = ({ type, key }: Owed) => ({ type, key });

function metaOf(cause: StoredEvent, owed: { readonly key: string; readonly actor: Actor }, clock: Clock): CommandMeta {
  return {
    commandId: deriveId(cause.id, owed.key),
    actor: owed.actor,
    at: clock.now(),
    correlationId: cause.meta.correlationId,
    causationId: cause.id,
  };
}

/** A rule's refusal is an answer; a command that could not be run is a failure, and the reaction tries again. */
function settled<Reason extends string>(answer: Done | Rejected<Reason | Incomplete>): Done | Rejected<Reason> {
  if (answer.kind === 'done' || !isIncomplete(answer)) return answer as Done | Rejected<Reason>;
  throw new Error(`a command could not be run: ${answer.reason}`);
}

const isIncomplete = ({ reason }: Rejected): boolean =>
  reason === 'concurrency-conflict' || reason === 'idempotency-key-reused' || reason === 'stale-revision';
