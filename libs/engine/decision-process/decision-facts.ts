import { commendation, decision, organization, registration, regulation, type Decider, type LocalDate } from '#domain';
import type { EventStore } from '#event-store';
import type { Engine } from '../engine.port.ts';

type IssueFacts = decision.IssueDecision['facts'];
type Item = Pick<decision.ManifestItem, 'kind' | 'id' | 'revision'>;

/** What deciders of decisions and of their items must know of other streams; read from the log, so never stale. */
export interface DecisionFactsSource {
  /** For `IssueDecision`: who stands in the signer's way, which items the body is not competent for, since when all are ready. */
  forIssue(state: decision.DecisionState): Promise<IssueFacts>;
  /** The version pinned by a registration; undefined when there is no such regulation. */
  regulation(regulationId: string): Promise<registration.RegulationVersion | undefined>;
  /** For `AwardByDecision`. */
  forAward(
    state: commendation.CommendationState,
    signingUnitId: string,
  ): Promise<{ readonly competent: boolean; readonly modelRecognized: boolean }>;
}

const unitDecider: Decider<organization.UnitState, organization.UnitEvent> = {
  initial: organization.initialUnit,
  evolve: organization.evolveUnit,
};

const regulationDecider: Decider<regulation.RegulationState, regulation.RegulationEvent> = {
  initial: regulation.initialRegulation,
  evolve: regulation.evolveRegulation,
};

/** Items read at once. */
const AT_ONCE = 64;
const STREAM_PAGE = 500;

/** After these an item is ready for a decision. */
const READY = new Set(['ModelAppraised', 'VoteHeld', 'CommendationSubmitted']);

export function createDecisionFacts(engine: Engine, store: Pick<EventStore, 'readStream'>): DecisionFactsSource {
  return { forIssue, forAward, regulation: version };

  async function forIssue(state: decision.DecisionState): Promise<IssueFacts> {
    if (!('manifest' in state)) return { itemAppraisers: [], notCompetentFor: [] };
    const facts: ItemFacts[] = [];
    for (let from = 0; from < state.manifest.length; from += AT_ONCE) {
      const some = state.manifest.slice(from, from + AT_ONCE);
      facts.push(...(await Promise.all(some.map((item) => itemFacts(item, state.act, state.unitId)))));
    }
    return summary(facts);
  }

  async function itemFacts(item: Item, act: regulation.Act, signingUnitId: string): Promise<ItemFacts> {
    const readyOn = await lastReady(store, item);
    if (item.kind === 'commendation') {
      const { state } = await engine.load(`commendation-${item.id}`, commendation.decider);
      const competent = state.status !== 'NONE' && (await isCompetent(state, act, signingUnitId, state.form));
      return { id: item.id, personIds: [], competent, readyOn };
    }
    const { state } = await engine.load(`registration-${item.id}`, registration.decider);
    if (!('regulationId' in state)) return { id: item.id, personIds: [], competent: false, readyOn };
    const where = { unitId: state.core.unitId, regulationId: state.regulationId };
    const competent = await isCompetent(where, act, signingUnitId);
    return { id: item.id, personIds: state.core.appraisers, competent, readyOn };
  }

  async function isCompetent(
    where: { readonly unitId: string; readonly regulationId: string },
    act: regulation.Act,
    signingUnitId: string,
    form?: regulation.AwardForm,
  ): Promise<boolean> {
    const [unit, body, rules] = await Promise.all([
      kindOf(where.unitId),
      kindOf(signingUnitId),
      version(where.regulationId),
    ]);
    if (!unit || !body || !rules) return false;
    const question = { act, unitKind: unit, signedBy: body, ...(act === 'COMMEND' && form ? { form } : {}) };
    return decision.isCompetent(rules.content.authorities, question);
  }

  async function kindOf(unitId: string): Promise<organization.UnitKind | undefined> {
    const { state } = await engine.load(`unit-${unitId}`, unitDecider);
    return state.status === 'NONE' ? undefined : state.kind;
  }

  async function version(regulationId: string): Promise<registration.RegulationVersion | undefined> {
    const { state } = await engine.load(`regulation-${regulationId}`, regulationDecider);
    return state.status === 'NONE' ? undefined : { regulationId, content: state.content };
  }

  async function forAward(state: commendation.CommendationState, signingUnitId: string) {
    if (state.status === 'NONE') return { competent: false, modelRecognized: false };
    const competent = await isCompetent(state, 'COMMEND', signingUnitId, state.form);
    if (state.achievement.kind !== 'RECOGNIZED_MODEL') return { competent, modelRecognized: false };
    const model = await engine.load(`registration-${state.achievement.registrationId}`, registration.decider);
    return { competent, modelRecognized: model.state.status === 'RECOGNIZED' };
  }
}

async function lastReady(store: Pick<EventStore, 'readStream'>, item: Item): Promise<LocalDate | undefined> {
  const events = await store.readStream(`${item.kind}-${item.id}`, { from: 0, limit: STREAM_PAGE });
  const upToFreeze = events.filter(({ type, revision }) => READY.has(type) && revision <= item.revision);
  return upToFreeze.at(-1)?.meta.effectiveOn;
}

interface ItemFacts {
  readonly id: string;
  readonly personIds: readonly string[];
  readonly competent: boolean;
  readonly readyOn: LocalDate | undefined;
}

function summary(facts: readonly ItemFacts[]): IssueFacts {
  const days = facts.flatMap(({ readyOn }) => readyOn ?? []).sort();
  const last = days.at(-1);
  return {
    itemAppraisers: facts.map(({ id, personIds }) => ({ id, personIds })),
    notCompetentFor: facts.filter(({ competent }) => !competent).map(({ id }) => id),
    ...(last === undefined ? {} : { itemsReadyOn: last }),
  };
}
