import { commendation, decision, registration, regulation, type LocalDate } from '#domain';
import type { EventLog } from '#event-store';
import { inChunks, type Engine } from '#engine';
import { createUnitsOnDate, type UnitsOnDate } from '../units-on-date.ts';

type IssueFacts = decision.IssueDecision['facts'];
type Item = Pick<decision.ManifestItem, 'kind' | 'id' | 'revision'>;

/** What deciders of decisions and of their items must know of other streams; read from the log, so never stale. */
export interface DecisionFactsSource {
  /**
   * For `IssueDecision`: who stands in the signer's way, which items the body is not competent for on the day of issue,
   * since when all are ready. A body is competent on a day on which it is active and is the item's unit or above it.
   */
  forIssue(state: decision.DecisionState, issuedOn: LocalDate): Promise<IssueFacts>;
  /** The version pinned by a registration; undefined when there is no such regulation. */
  regulation(regulationId: string): Promise<registration.RegulationVersion | undefined>;
  /** For `AwardByDecision`. */
  forAward(
    state: commendation.CommendationState,
    signingUnitId: string,
    decidedOn: LocalDate,
  ): Promise<{ readonly competent: boolean; readonly modelRecognized: boolean }>;
}

/** Items read at once. */
const AT_ONCE = 64;
const STREAM_PAGE = 500;
const NONE: ReadonlySet<string> = new Set();

export function createDecisionFacts(engine: Engine, store: Pick<EventLog, 'readStream'>): DecisionFactsSource {
  return { forIssue, forAward, regulation: version };

  async function forIssue(state: decision.DecisionState, issuedOn: LocalDate): Promise<IssueFacts> {
    if (!('manifest' in state)) return { itemPersons: [], notCompetentFor: [], competentBodies: [] };
    const signing = { act: state.act, units: createUnitsOnDate(engine, issuedOn) };
    return summary(await inChunks(state.manifest, AT_ONCE, (item) => itemFacts(item, signing)), state.unitId);
  }

  async function itemFacts(item: Item, signing: Signing): Promise<ItemFacts> {
    const readyOn = await lastReady(store, item);
    if (item.kind === 'commendation') {
      const { state } = await engine.load(`commendation-${item.id}`, commendation.decider);
      if (state.status === 'NONE') return { id: item.id, persons: [], competentBodies: NONE, readyOn };
      const { proposedBy, verifiedBy, form } = state;
      const competentBodies = await bodiesFor(state, signing, form);
      const persons = [
        { id: item.id, part: 'PROPOSED', personIds: proposedBy },
        { id: item.id, part: 'VERIFIED', personIds: verifiedBy },
      ] as const;
      return { id: item.id, persons, competentBodies, readyOn };
    }
    const { state } = await engine.load(`registration-${item.id}`, registration.decider);
    if (!('regulationId' in state)) return { id: item.id, persons: [], competentBodies: NONE, readyOn };
    const where = { unitId: state.core.unitId, regulationId: state.regulationId };
    const competentBodies = await bodiesFor(where, signing);
    const persons = [
      { id: item.id, part: 'DRAFTED_OR_SUBMITTED', personIds: state.core.authors },
      { id: item.id, part: 'APPRAISED', personIds: state.core.appraisers },
    ] as const;
    return { id: item.id, persons, competentBodies, readyOn };
  }

  /** The bodies that sign the act for a unit: itself or above it, active on the day, and named by the regulation. */
  async function bodiesFor(
    where: { readonly unitId: string; readonly regulationId: string },
    { act, units }: Signing,
    form?: regulation.AwardForm,
  ): Promise<ReadonlySet<string>> {
    const [unitKind, rules] = [await units.kindOf(where.unitId), await version(where.regulationId)];
    if (unitKind === undefined || rules === undefined) return NONE;
    const found = new Set<string>();
    for (const id of await units.pathOf(where.unitId)) {
      const signedBy = await units.kindOf(id);
      const question = { act, unitKind, ...(act === 'COMMEND' && form ? { form } : {}) };
      const named =
        signedBy !== undefined && regulation.isCompetent(rules.content.authorities, { ...question, signedBy });
      if (named && (await units.isOver(id, where.unitId))) found.add(id);
    }
    return found;
  }

  async function version(regulationId: string): Promise<registration.RegulationVersion | undefined> {
    const { state } = await engine.load(`regulation-${regulationId}`, regulation.decider);
    return state.status === 'NONE' ? undefined : { regulationId, content: state.content };
  }

  async function forAward(state: commendation.CommendationState, signingUnitId: string, decidedOn: LocalDate) {
    if (state.status === 'NONE') return { competent: false, modelRecognized: false };
    const units = createUnitsOnDate(engine, decidedOn);
    const competent = (await bodiesFor(state, { act: 'COMMEND', units }, state.form)).has(signingUnitId);
    if (state.achievement.kind !== 'RECOGNIZED_MODEL') return { competent, modelRecognized: false };
    const model = await engine.load(`registration-${state.achievement.registrationId}`, registration.decider);
    return { competent, modelRecognized: model.state.status === 'RECOGNIZED' };
  }
}

async function lastReady(store: Pick<EventLog, 'readStream'>, item: Item): Promise<LocalDate | undefined> {
  const events = await store.readStream(`${item.kind}-${item.id}`, { from: 0, limit: STREAM_PAGE });
  const upToFreeze = events.filter(({ type, revision }) => decision.makesReady(type) && revision <= item.revision);
  return upToFreeze.at(-1)?.meta.effectiveOn;
}

interface Signing {
  readonly act: regulation.Act;
  readonly units: UnitsOnDate;
}

interface ItemFacts {
  readonly id: string;
  readonly persons: readonly decision.ItemPersons[];
  readonly competentBodies: ReadonlySet<string>;
  readonly readyOn: LocalDate | undefined;
}

function summary(facts: readonly ItemFacts[], issuerId: string): IssueFacts {
  const others = facts.filter(({ competentBodies }) => !competentBodies.has(issuerId));
  const days = facts.flatMap(({ readyOn }) => readyOn ?? []).sort();
  const last = days.at(-1);
  return {
    itemPersons: facts.flatMap(({ persons }) => persons),
    notCompetentFor: others.map(({ id }) => id),
    competentBodies: [...new Set(others.flatMap(({ competentBodies }) => [...competentBodies]))],
    ...(last === undefined ? {} : { itemsReadyOn: last }),
  };
}
