import { commendation, decision, registration, reject, type FollowUp, type Rejected } from '#domain';
import type { RecordedEvent } from '#event-store';
import { runFollowUp, type Clock, type Done, type Engine } from '#engine';
import type { DecisionFactsSource } from './decision-facts.ts';

export interface FollowUps {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly facts: DecisionFactsSource;
}

type Answer<Reason extends string> = Promise<Done | Rejected<Reason>>;

/** An item's command: the item's own workflow decides, on its own facts. */
export const runItemCommand = (
  tools: FollowUps,
  cause: RecordedEvent,
  followUp: decision.ItemFollowUp,
  signingUnitId: string,
): Answer<registration.RegistrationRejection | commendation.CommendationRejection> => {
  const { kind, type, data } = followUp;
  if (kind === 'commendation') {
    const command = followUp as FollowUp<commendation.ByDecision, commendation.CommendationCommand['data']>;
    return runFollowUp(tools, cause, command, commendation.decider, async ({ state, revision }) => {
      const award = type === 'AwardByDecision' ? await tools.facts.forAward(state, signingUnitId, data.decidedOn) : {};
      return { ...followUp.facts, currentRevision: revision, ...award };
    });
  }
  const command = followUp as FollowUp<registration.CommandType, registration.RegistrationCommand['data']>;
  return runFollowUp(tools, cause, command, registration.decider, async ({ state, revision }) => {
    const version = 'regulationId' in state ? await tools.facts.regulation(state.regulationId) : undefined;
    if (type === 'RecognizeByDecision' && !version) return reject('not-the-pinned-regulation');
    return { ...followUp.facts, currentRevision: revision, regulation: version };
  });
};

/** A command on a decision, as one of `decision.process`. */
export const runDecisionCommand = (
  tools: FollowUps,
  cause: RecordedEvent,
  followUp:
    | FollowUp<'IssueDecision', decision.IssueDecision['data']>
    | FollowUp<'RefuseNumber' | 'RecordItemResults', decision.DecisionCommand['data']>,
): Answer<decision.DecisionRejection> =>
  runFollowUp(tools, cause, followUp, decision.decider, async ({ state }) =>
    followUp.type === 'IssueDecision' ? tools.facts.forIssue(state, followUp.data.documentNumber.issuedOn) : {},
  );

/** The book strikes a number that its decision gave up. */
export const runVoidNumber = (
  tools: FollowUps,
  cause: RecordedEvent,
  followUp: FollowUp<'VoidNumber', decision.VoidNumber['data']>,
): Answer<decision.NumberingRejection> =>
  runFollowUp(tools, cause, followUp, decision.numbering.decider, () => Promise.resolve({ use: 'RELEASED' }));
