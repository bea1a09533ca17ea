import { commendation, decision, isAllowed, registration, type regulation } from '#domain';
import { inChunks } from '#engine';
import type { Ports } from '../ports.ts';
import { regulationOf, type RulesState } from '../regulation/rules.ts';
import type { Context } from '../run-workflow.ts';
import { actorSees } from '../seen-by.ts';

/** Streams read at the same time. */
const AT_ONCE = 64;

/** Each item as it stands now: its revision, and whether its status admits the act. One the actor may not see is none. */
export const itemFacts = async (
  context: ItemContext,
  act: regulation.Act,
  items: readonly decision.DecisionItem[],
): Promise<readonly decision.ItemFacts[]> => {
  const rules = await context.ports.rules.current();
  return inChunks(items, AT_ONCE, async (item) => {
    const facts = await factsOf(context.ports, rules, act, item);
    const isThere = facts.unitId !== undefined && actorSees(context, facts.unitId);
    const { kind, id } = item;
    const { revision, eligible } = isThere ? facts : NONE;
    return { kind, id, revision, eligible };
  });
};

/** How an item stands that does not exist. */
const NONE = { revision: -1, eligible: false };

type ItemContext = Pick<Context<unknown>, 'ports' | 'directory' | 'actor' | 'at'>;

type Found = Pick<decision.ItemFacts, 'revision' | 'eligible'> & { readonly unitId: string | undefined };

const factsOf = async (
  ports: Ports,
  rules: RulesState,
  act: regulation.Act,
  { kind, id }: decision.DecisionItem,
): Promise<Found> => {
  if (kind === 'commendation') {
    const { state, revision } = await ports.engine.load(`commendation-${id}`, commendation.decider);
    const eligible = isAllowed(commendation.transitions, decision.itemCommandOf(act), state.status);
    return { revision, eligible, unitId: state.status === 'NONE' ? undefined : state.unitId };
  }
  const { state, revision } = await ports.engine.load(`registration-${id}`, registration.decider);
  const fits = isAllowed(registration.transitions, decision.itemCommandOf(act), state.status);
  const eligible = fits && (act !== 'RECOGNIZE' || hasPassed(rules, state));
  return { revision, eligible, unitId: state.status === 'NONE' ? undefined : state.core.unitId };
};

/** The appraisal was passed, and the vote too where the pinned regulation has one. */
const hasPassed = (rules: RulesState, state: registration.RegistrationState): boolean => {
  if (state.status !== 'APPRAISED' || !state.result.passed) return false;
  const needsVote = regulationOf(rules, state.regulationId)?.content.vote !== undefined;
  return !needsVote || state.vote?.passed === true;
};
