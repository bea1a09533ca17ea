import { commendation, decision, isAllowed, registration, type regulation, type Rejected } from '#domain';
import { inChunks } from '#engine';
import type { Ports } from '../ports.ts';
import { regulationOf, type RulesState } from '../regulation/rules.ts';
import type { Rejection } from '../rejection.ts';
import type { Context } from '../run-workflow.ts';
import { actorSees } from '../seen-by.ts';
import { heldBy, underWayOn } from './under-way.ts';

/** Streams read at the same time. */
const AT_ONCE = 64;

interface Listed {
  readonly act: regulation.Act;
  readonly items: readonly decision.DecisionItem[];
}

/** Each item as it stands now: its revision, and why the act cannot be decided for it. One the actor may not see is none. */
export const itemFacts = async (
  context: ItemContext,
  { act, items }: Listed,
): Promise<readonly decision.ItemFacts[]> => {
  const rules = await context.ports.rules.current();
  return inChunks(items, AT_ONCE, async (item) => {
    const found = await standingOf(context.ports, rules, act, item);
    const { kind, id } = item;
    const { unitId, revision, name, refused } = found;
    if (unitId === undefined || !actorSees(context, unitId)) return { kind, id, revision: -1, name: '' };
    return { kind, id, revision, name, ...(refused === undefined ? {} : { refused }) };
  });
};

/** The same, and whether another list that is frozen has it: also one frozen before lists took their items in the log. */
export const factsToFreeze = async (
  context: ItemContext,
  { decisionId, ...listed }: Listed & { readonly decisionId: string },
): Promise<readonly decision.ItemFacts[]> => {
  const ids = listed.items.map(({ id }) => id);
  const underWay = await underWayOn(context.ports.readModels, ids, decisionId);
  const facts = await itemFacts(context, listed);
  return facts.map((item) => {
    const held = item.revision < 0 ? undefined : heldBy(underWay.get(item.id), (unitId) => actorSees(context, unitId));
    return held === undefined || item.refused !== undefined ? item : { ...item, refused: held };
  });
};

type ItemContext = Pick<Context<unknown>, 'ports' | 'directory' | 'actor' | 'at'>;

interface Found extends Pick<decision.ItemFacts, 'revision' | 'name'> {
  readonly unitId: string | undefined;
  /** Why the act cannot be decided for it as it stands. */
  readonly refused: Rejected<Rejection> | undefined;
}

/** How one item stands for an act. */
export const standingOf = async (
  ports: Pick<Ports, 'engine'>,
  rules: RulesState,
  act: regulation.Act,
  { kind, id }: Pick<decision.DecisionItem, 'kind' | 'id'>,
): Promise<Found> => {
  const type = decision.itemCommandOf(act);
  if (kind === 'commendation') {
    const { state, revision } = await ports.engine.load(`commendation-${id}`, commendation.decider);
    const fits = isAllowed(commendation.transitions, type, state.status);
    const { unitId, name } = state.status === 'NONE' ? NOBODYS : { unitId: state.unitId, name: state.recipient.name };
    return { revision, unitId, name, refused: fits ? notFit(act, state) : commendation.wrongStatus(state, { type }) };
  }
  const { state, revision } = await ports.engine.load(`registration-${id}`, registration.decider);
  const fits = isAllowed(registration.transitions, type, state.status);
  const { unitId, name } =
    state.status === 'NONE' ? NOBODYS : { unitId: state.core.unitId, name: state.core.form.name };
  return {
    revision,
    unitId,
    name,
    refused: fits ? notPassed(rules, act, state) : registration.wrongStatus(state, { type }),
  };
};

const NOBODYS = { unitId: undefined, name: '' };

const notFit = (act: regulation.Act, state: commendation.CommendationState) =>
  act === 'COMMEND' && state.status === 'SUBMITTED' ? commendation.notToAward(state) : undefined;

const notPassed = (rules: RulesState, act: regulation.Act, state: registration.RegistrationState) =>
  act === 'RECOGNIZE' && state.status === 'APPRAISED'
    ? registration.notToRecognize(state, regulationOf(rules, state.regulationId)?.content ?? {})
    : undefined;
