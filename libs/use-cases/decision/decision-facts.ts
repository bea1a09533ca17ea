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

export function createDecisionFacts(engine: Engine, store: Pick<EventLog, 'readStream'>): DecisionFactsSource {
  return { forIssue, forAward, regulation: version };

  async function forIssue(state: decision.DecisionState, issuedOn: LocalDate): Promise<IssueFacts> {
    if (!('manifest' in state)) return { itemPersons: [], notCompetentFor: [] };
    const signing = { act: state.act, unitId: state.unitId, units: createUnitsOnDate(engine, issuedOn) };
    return summary(await inChunks(state.manifest, AT_ONCE, (item) => itemFacts(item, signing)));
  }

  async function itemFacts(item: Item, signing: Signing): Promise<ItemFacts> {
    const readyOn = await lastReady(store, item);
    if (item.kind === 'commendation') {
      const { state } = await engine.load(`commendation-${item.id}`, commendation.decider);
      if (state.status === 'NONE') return { id: item.id, persons: [], competent: false, readyOn };
      const { proposedBy, verifiedBy, form } = state;
      const competent = await isCompetent(state, signing, form);
      const persons = [
        { id: item.id, part: 'PROPOSED', personIds: proposedBy },
        { id: item.id, part: 'VERIFIED', personIds: verifiedBy },
      ] as const;
      return { id: item.id, persons, competent, readyOn };
    }
    const { state } = await engine.load(`registration-${item.id}`, registration.decider);
    if (!('regulationId' in state)) return { id: item.id, persons: [], competent: false, readyOn };
    const where = { unitId: state.core.unitId, regulationId: state.regulationId };
    const competent = await isCompetent(where, signing);
    const persons = [
      { id: item.id, part: 'DRAFTED_OR_SUBMITTED', personIds: state.core.authors },
      { id: item.id, part: 'APPRAISED', personIds: state.core.appraisers },
    ] as const;
    return { id: item.id, persons, competent, readyOn };
  }

  async function isCompetent(
    where: { readonly unitId: string; readonly regulationId: string },
    { act, unitId, units }: Signing,
    form?: regulation.AwardForm,
  ): Promise<boolean> {
    const [over, unit, body, rules] = await Promise.all([
      units.isOver(unitId, where.unitId),
      units.kindOf(where.unitId),
      units.kindOf(unitId),
      version(where.regulationId),
    ]);
    if (!over || !unit || !body || !rules) return false;
    const question = { act, unitKind: unit, signedBy: body, ...(act === 'COMMEND' && form ? { form } : {}) };
    return regulation.isCompetent(rules.content.authorities, question);
  }

  async function version(regulationId: string): Promise<registration.RegulationVersion | undefined> {
    const { state } = await engine.load(`regulation-${regulationId}`, regulation.decider);
    return state.status === 'NONE' ? undefined : { regulationId, content: state.content };
  }

  async function forAward(state: commendation.CommendationState, signingUnitId: string, decidedOn: LocalDate) {
    if (state.status === 'NONE') return { competent: false, modelRecognized: false };
    const units = createUnitsOnDate(engine, decidedOn);
    const competent = await isCompetent(state, { act: 'COMMEND', unitId: signingUnitId, units }, state.form);
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
  /** The issuing body. */
  readonly unitId: string;
  readonly units: UnitsOnDate;
}

interface ItemFacts {
  readonly id: string;
  readonly persons: readonly decision.ItemPersons[];
  readonly competent: boolean;
  readonly readyOn: LocalDate | undefined;
}

function summary(facts: readonly ItemFacts[]): IssueFacts {
  const days = facts.flatMap(({ readyOn }) => readyOn ?? []).sort();
  const last = days.at(-1);
  return {
    itemPersons: facts.flatMap(({ persons }) => persons),
    notCompetentFor: facts.filter(({ competent }) => !competent).map(({ id }) => id),
    ...(last === undefined ? {} : { itemsReadyOn: last }),
  };
}
