import { commendation, decision, registration, reject, type Owed, type Rejected } from '#domain';
import type { RecordedEvent } from '#event-store';
import { type Clock, type Done, type Engine, owedBody, owedMeta, answerOrThrow } from '#engine';
import type { DecisionFactsSource } from './decision-facts.ts';

export interface OwedCommands {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly facts: DecisionFactsSource;
}

type Answer<Reason extends string> = Promise<Done | Rejected<Reason>>;

/** An item's command: the item's own workflow decides, on its own facts. */
export async function runItemCommand(
  { engine, clock, facts }: OwedCommands,
  cause: RecordedEvent,
  owed: decision.OwedToItem,
  signingUnitId: string,
): Answer<registration.RegistrationRejection | commendation.CommendationRejection> {
  const meta = owedMeta(cause, owed, clock);
  const base = { stream: owed.stream, commandId: meta.commandId, body: owedBody(owed) };
  if (owed.kind === 'commendation')
    return answerOrThrow(
      await engine.run({
        ...base,
        decider: commendation.decider,
        prepare: async ({ state, revision }) => {
          const award =
            owed.type === 'AwardByDecision' ? await facts.forAward(state, signingUnitId, owed.data.decidedOn) : {};
          const command = { ...owed, meta, facts: { ...owed.facts, currentRevision: revision, ...award } };
          return command as unknown as commendation.CommendationCommand;
        },
      }),
    );
  return answerOrThrow(
    await engine.run({
      ...base,
      decider: registration.decider,
      prepare: async ({ state, revision }) => {
        const version = 'regulationId' in state ? await facts.regulation(state.regulationId) : undefined;
        if (owed.type === 'RecognizeByDecision' && !version) return reject('not-the-pinned-regulation');
        const command = { ...owed, meta, facts: { ...owed.facts, currentRevision: revision, regulation: version } };
        return command as unknown as registration.RegistrationCommand;
      },
    }),
  );
}

/** A command on a decision, as one of `decision.process`. */
export async function runDecisionCommand(
  { engine, clock, facts }: OwedCommands,
  cause: RecordedEvent,
  owed: Owed<'IssueDecision', decision.IssueDecision['data']> | Owed<'RefuseNumber' | 'RecordItemResults', unknown>,
): Answer<decision.DecisionRejection> {
  const meta = owedMeta(cause, owed, clock);
  return answerOrThrow(
    await engine.run({
      stream: owed.stream,
      commandId: meta.commandId,
      body: owedBody(owed),
      decider: decision.decider,
      prepare: async ({ state }) => {
        const known =
          owed.type === 'IssueDecision' ? await facts.forIssue(state, owed.data.documentNumber.issuedOn) : {};
        return { type: owed.type, data: owed.data, facts: known, meta } as unknown as decision.DecisionCommand;
      },
    }),
  );
}

/** The book strikes a number that its decision gave up. */
export async function runVoidNumber(
  { engine, clock }: OwedCommands,
  cause: RecordedEvent,
  owed: Owed<'VoidNumber', decision.VoidNumber['data']>,
): Answer<decision.NumberingRejection> {
  const meta = owedMeta(cause, owed, clock);
  return answerOrThrow(
    await engine.run({
      stream: owed.stream,
      commandId: meta.commandId,
      body: owedBody(owed),
      decider: decision.numbering.decider,
      prepare: (): decision.VoidNumber => ({ type: 'VoidNumber', data: owed.data, facts: { use: 'RELEASED' }, meta }),
    }),
  );
}
