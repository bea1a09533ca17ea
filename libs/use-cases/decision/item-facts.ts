import { commendation, decision, isAllowed, registration, type regulation } from '#domain';
import { inChunks } from '#engine';
import type { Ports } from '../ports.ts';
import { regulationOf, type RulesState } from '../regulation/rules.ts';

/** Streams read at the same time. */
const AT_ONCE = 64;

/** Each item as it stands now: its revision, and whether its status admits the act. */
export const itemFacts = async (
  ports: Ports,
  act: regulation.Act,
  items: readonly decision.DecisionItem[],
): Promise<readonly decision.ItemFacts[]> => {
  const rules = await ports.rules.current();
  return inChunks(items, AT_ONCE, (item) => factsOf(ports, rules, act, item));
};

const factsOf = async (
  ports: Ports,
  rules: RulesState,
  act: regulation.Act,
  { kind, id }: decision.DecisionItem,
): Promise<decision.ItemFacts> => {
  if (kind === 'commendation') {
    const { state, revision } = await ports.engine.load(`commendation-${id}`, commendation.decider);
    const eligible = isAllowed(commendation.transitions, decision.itemCommandOf(act), state.status);
    return { kind, id, revision, eligible };
  }
  const { state, revision } = await ports.engine.load(`registration-${id}`, registration.decider);
  const fits = isAllowed(registration.transitions, decision.itemCommandOf(act), state.status);
  return { kind, id, revision, eligible: fits && (act !== 'RECOGNIZE' || hasPassed(rules, state)) };
};

/** The appraisal was passed, and the vote too where the pinned regulation has one. */
const hasPassed = (rules: RulesState, state: registration.RegistrationState): boolean => {
  if (state.status !== 'APPRAISED' || !state.result.passed) return false;
  const needsVote = regulationOf(rules, state.regulationId)?.content.vote !== undefined;
  return !needsVote || state.vote?.passed === true;
};
