import { randomUUID } from 'node:crypto';
import { regulation, type Actor, type DomainEvent } from '#domain';
import { createEventLog, type EventLog, type EventToRecord, type RecordedEvent } from '#event-store';
import { createMemoryEventStore } from '#event-store/memory';
import { appraisedModels, createDecisionFixture, type DecisionFixture } from '#support/histories';
import { adjustableClock, createEngine, deriveId, eventId } from '#engine';
import { eventsOf } from './events-of.ts';

const AT = '2026-11-02T02:00:00.000Z';
const ON = '2026-11-02';

interface Places extends DecisionFixture {
  /** The recognized registration. */
  readonly source: string;
  readonly neighbourId: string;
  /** The next cycle; nothing in the log until `openCycle`. */
  readonly cycleId: string;
}

export type Movement = Awaited<ReturnType<typeof furnishMovement>>;

/** A recognized model of a commune, and its neighbour, in one province. */
export async function furnishMovement() {
  const store = createEventLog(createMemoryEventStore());
  const fixture = await createDecisionFixture(store);
  const [source = ''] = await appraisedModels(store, fixture, 1);
  const ids: Places = { ...fixture, source, neighbourId: randomUUID(), cycleId: randomUUID() };
  const write = writer(store, { personId: 'person-officer', role: 'UNIT_OFFICER', unitId: fixture.communeId });
  await furnish(write, ids);
  return {
    ...{ store, ids, write, engine: createEngine({ store }), clock: adjustableClock(AT) },
    ...acts(write, ids),
    /** The one event of the new registration. */
    draftOf: async (id: string) => {
      const [drafted, ...more] = await eventsOf(store, `registration-${id}`);
      expect(more).toEqual([]);
      return drafted;
    },
  };
}

type Write = (stream: string, event: DomainEvent, actor?: Actor) => Promise<RecordedEvent>;

/** Puts one event into a stream, as somebody would have. */
export const writer =
  (store: EventLog, somebody: Actor): Write =>
  async (stream, event, actor = somebody) => {
    const before = await eventsOf(store, stream);
    const commandId = randomUUID();
    const meta = { actor, recordedAt: AT, effectiveOn: ON, commandId, correlationId: randomUUID() };
    const recorded: EventToRecord<DomainEvent> = {
      ...{ id: eventId(commandId, 0), ...event },
      meta: { ...meta, commandHash: '0'.repeat(64) },
    };
    const anything: EventLog<DomainEvent> = store;
    await anything.append(stream, before.length === 0 ? 'no-stream' : before.length - 1, [recorded]);
    const [written] = (await eventsOf(store, stream)).slice(-1);
    if (written === undefined) throw new Error('nothing was written');
    return written;
  };

async function furnish(write: Write, { source, neighbourId, communeId, provinceId }: Places): Promise<void> {
  await write(`unit-${communeId}`, {
    type: 'UnitMoved',
    data: { unitId: communeId, parentId: provinceId, from: '2025-07-02' },
  });
  await write(`unit-${neighbourId}`, {
    type: 'UnitEstablished',
    data: { unitId: neighbourId, kind: 'COMMUNE', name: 'Xã bên', parentId: provinceId, from: '2025-07-01' },
  });
  await write(`registration-${source}`, {
    type: 'ModelRecognized',
    data: {
      ...{ registrationId: source, modelId: deriveId(source, 'model'), decisionId: randomUUID() },
      ...{ documentNumber: '01-QĐ/TU', decidedOn: '2026-10-20' },
    },
  });
}

const acts = (write: Write, { source, neighbourId, cycleId, provinceId }: Places) => ({
  /** The next cycle of a unit, the province unless told, under a regulation of its own. */
  openCycle: async (content: Partial<regulation.RegulationContent> = {}, unitId = provinceId) => {
    const regulationId = randomUUID();
    await write(`regulation-${regulationId}`, {
      type: 'RegulationDrafted',
      data: { regulationId, unitId, content: { ...regulation.exampleRegulation(2027), ...content } },
    });
    await write(`cycle-${cycleId}`, {
      type: 'CycleOpened',
      data: {
        ...{ cycleId, unitId, regulationId, name: 'Năm 2027', year: 2027, movement: 'Dân vận khéo' },
        ...{ registrationDeadline: '2027-03-31', dossierDeadline: '2027-10-31', appraisalDeadline: '2027-11-30' },
      },
    });
  },
  replicate: (adoptingRegistrationId: string) =>
    write(
      `registration-${source}`,
      {
        type: 'ModelReplicated',
        data: { registrationId: source, adoptingUnitId: neighbourId, adoptingRegistrationId, cycleId },
      },
      { personId: 'person-head', role: 'UNIT_HEAD', unitId: neighbourId },
    ),
  carryForward: (nextRegistrationId: string) =>
    write(`registration-${source}`, {
      type: 'ModelCarriedForward',
      data: { registrationId: source, cycleId, nextRegistrationId },
    }),
});

/** The event that announces a draft, and the id under which it does. */
export const announce = async (act: (id: string) => Promise<RecordedEvent>): Promise<[RecordedEvent, string]> => {
  const id = randomUUID();
  return [await act(id), id];
};
