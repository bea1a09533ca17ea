import { commendation, decision, registration, regulation, type LocalDate } from '#domain';
import type { EventLog } from '#event-store';
import { inChunks, type Engine } from '#engine';
import { createUnitsOnDate, type UnitsOnDate } from '../units-on-date.ts';

type IssueFacts = decision.IssueDecision['facts'];
type SigningFacts = Omit<IssueFacts, 'itemsReadyOn'>;
type Existing = Exclude<decision.DecisionState, { readonly status: 'NONE' }>;
type ItemOf = Pick<decision.ManifestItem, 'kind' | 'id'>;
type Item = ItemOf & Pick<decision.ManifestItem, 'revision'>;

/** What deciders of decisions and of their items must know of other streams; read from the log, so never stale. */
export interface DecisionFactsSource {
  /**
   * For `IssueDecision`: who stands in the signer's way, which items the body is not competent for on the day of issue,
   * since when all are ready. A body is competent on a day on which it is active and is the item's unit or above it.
   */
  forIssue(state: decision.DecisionState, issuedOn: LocalDate): Promise<IssueFacts>;
  /** The same of a list, frozen or not, but for since when all are ready: what may be known before a day is named. */
  forSigning(state: Existing, on: LocalDate): Promise<SigningFacts>;
  /** The bodies that are competent for each of the items, by its id: what {@link forIssue} asks, before anything is drafted. */
  competentBodies(
    items: readonly ItemOf[],
    signing: { readonly act: regulation.Act; readonly on: LocalDate },
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>>;
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
  return {
    forIssue,
    forSigning,
    competentBodies,
    forAward,
    regulation: (regulationId) => versionIn(engine, regulationId),
  };

  async function forIssue(state: decision.DecisionState, issuedOn: LocalDate): Promise<IssueFacts> {
    if (!('manifest' in state))
      return { itemPersons: [], notCompetentFor: [], competentBodies: [], changed: [], allChanged: false };
    const facts = await forSigning(state, issuedOn);
    const days = await inChunks(state.manifest, AT_ONCE, (item) => lastReady(store, item));
    const last = days
      .flatMap((day) => day ?? [])
      .toSorted()
      .at(-1);
    return last === undefined ? facts : { ...facts, itemsReadyOn: last };
  }

  async function forSigning(state: Existing, on: LocalDate): Promise<SigningFacts> {
    const signing = { act: state.act, units: createUnitsOnDate(engine, on) };
    const listed: readonly (ItemOf & Partial<Item>)[] = 'manifest' in state ? state.manifest : state.items;
    return summary(await inChunks(listed, AT_ONCE, (item) => itemFacts(engine, item, signing)), state.unitId);
  }

  async function competentBodies(
    items: readonly ItemOf[],
    { act, on }: { readonly act: regulation.Act; readonly on: LocalDate },
  ) {
    const signing = { act, units: createUnitsOnDate(engine, on) };
    const facts = await inChunks(items, AT_ONCE, (item) => itemFacts(engine, item, signing));
    return new Map(facts.map(({ id, competentBodies: bodies }) => [id, bodies]));
  }

  async function forAward(state: commendation.CommendationState, signingUnitId: string, decidedOn: LocalDate) {
    if (state.status === 'NONE') return { competent: false, modelRecognized: false };
    const units = createUnitsOnDate(engine, decidedOn);
    const competent = (
      await bodiesFor(await versionIn(engine, state.regulationId), state.unitId, { act: 'COMMEND', units }, state.form)
    ).has(signingUnitId);
    if (state.achievement.kind !== 'RECOGNIZED_MODEL') return { competent, modelRecognized: false };
    const model = await engine.load(`registration-${state.achievement.registrationId}`, registration.decider);
    return { competent, modelRecognized: model.state.status === 'RECOGNIZED' };
  }
}

async function itemFacts(engine: Engine, item: ItemOf & Partial<Item>, signing: Signing): Promise<ItemFacts> {
  const { id } = item;
  const frozen = (currentRevision: number) => ({
    type: decision.itemCommandOf(signing.act),
    facts: { currentRevision, frozenRevision: item.revision ?? currentRevision },
  });
  if (item.kind === 'commendation') {
    const { state, revision } = await engine.load(`commendation-${item.id}`, commendation.decider);
    const changed = commendation.changedAfterFreeze(frozen(revision), state) !== undefined;
    if (state.status === 'NONE') return { id, name: '', changed, persons: [], competentBodies: NONE };
    const { proposedBy, verifiedBy, form } = state;
    const competentBodies = await bodiesFor(await versionIn(engine, state.regulationId), state.unitId, signing, form);
    const persons = [
      { id, part: 'PROPOSED', personIds: proposedBy },
      { id, part: 'VERIFIED', personIds: verifiedBy },
    ] as const;
    const name = await called(state.recipient.name, state.unitId, signing);
    return { id, name, changed, persons, competentBodies };
  }
  const { state, revision } = await engine.load(`registration-${item.id}`, registration.decider);
  const changed = registration.changedAfterFreeze(frozen(revision), state) !== undefined;
  if (!('regulationId' in state)) return { id, name: '', changed, persons: [], competentBodies: NONE };
  const competentBodies = await bodiesFor(await versionIn(engine, state.regulationId), state.core.unitId, signing);
  const persons = [
    { id, part: 'DRAFTED_OR_SUBMITTED', personIds: state.core.authors },
    { id, part: 'APPRAISED', personIds: state.core.appraisers },
  ] as const;
  const name = await called(state.core.form.name, state.core.unitId, signing);
  return { id, name, changed, persons, competentBodies };
}

/** Several units have a model of one name. */
async function called(name: string, unitId: string, { units }: Signing): Promise<string> {
  const unit = await units.nameOf(unitId);
  return unit === undefined ? name : `${name} (${unit})`;
}

async function versionIn(engine: Engine, regulationId: string): Promise<registration.RegulationVersion | undefined> {
  const { state } = await engine.load(`regulation-${regulationId}`, regulation.decider);
  return state.status === 'NONE' ? undefined : { regulationId, content: state.content };
}

/** The bodies that sign the act for a unit: itself or above it, active on the day, and named by the regulation. */
async function bodiesFor(
  rules: registration.RegulationVersion | undefined,
  unitId: string,
  { act, units }: Signing,
  form?: regulation.AwardForm,
): Promise<ReadonlySet<string>> {
  const unitKind = await units.kindOf(unitId);
  if (unitKind === undefined || rules === undefined) return NONE;
  const found = new Set<string>();
  for (const id of await units.pathOf(unitId)) {
    const signedBy = await units.kindOf(id);
    const question = { act, unitKind, ...(act === 'COMMEND' && form ? { form } : {}) };
    const named =
      signedBy !== undefined && regulation.isCompetent(rules.content.authorities, { ...question, signedBy });
    if (named && (await units.isOver(id, unitId))) found.add(id);
  }
  return found;
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
  /** With its unit. */
  readonly name: string;
  /** It is not as it was frozen. */
  readonly changed: boolean;
  readonly persons: readonly decision.ItemPersons[];
  readonly competentBodies: ReadonlySet<string>;
}

function summary(facts: readonly ItemFacts[], issuerId: string): SigningFacts {
  const others = facts.filter(({ competentBodies }) => !competentBodies.has(issuerId));
  return {
    itemPersons: facts.flatMap(({ persons }) => persons),
    notCompetentFor: others.map(({ id }) => id),
    competentBodies: [...new Set(others.flatMap(({ competentBodies }) => [...competentBodies]))],
    changed: facts.filter(({ changed }) => changed).map(({ name }) => name),
    allChanged: facts.every(({ changed }) => changed),
  };
}
