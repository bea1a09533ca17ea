import { randomUUID } from 'node:crypto';
import { organization, regulation, reporting, type Actor, type LocalDate } from '#domain';
import { createEventLog, isIn } from '#event-store';
import { createMemoryEventStore } from '#event-store/memory';
import { adjustableClock, createEngine, deriveId, createLiveView } from '#engine';
import { createObligations } from '../report/obligations.ts';
import { createRules } from '../regulation/rules.ts';
import { writer } from './movement.ts';
import { eventsOf } from './events-of.ts';

const OFFICER: Actor = { personId: 'person-officer', role: 'STANDING_BODY_OFFICER', unitId: 'province' };
export const UNIT_OFFICER: Actor = { personId: 'person-unit-officer', role: 'UNIT_OFFICER', unitId: 'commune' };

/** A province with communes, under the example regulation of 2026, after the cutoff of its first half. */
export async function furnishProvince(communes = 3) {
  const store = createEventLog(createMemoryEventStore());
  const engine = createEngine({ store });
  const clock = adjustableClock('2026-06-10T02:00:00.000Z');
  const write = writer(store, OFFICER);
  const provinceId = randomUUID();
  const communeIds = Array.from({ length: communes }, () => randomUUID());
  const establish = (unitId: string, kind: organization.UnitKind, parentId?: string, from = '2025-07-01') =>
    write(`unit-${unitId}`, {
      type: 'UnitEstablished',
      data: { unitId, kind, name: unitId, from, ...(parentId === undefined ? {} : { parentId }) },
    });
  const publish = async (unitId: string, from: LocalDate, content: Partial<regulation.RegulationContent> = {}) => {
    const regulationId = randomUUID();
    await write(`regulation-${regulationId}`, {
      type: 'RegulationDrafted',
      data: { regulationId, unitId, content: { ...regulation.exampleRegulation(2026), ...content } },
    });
    await write(`regulation-${regulationId}`, {
      type: 'RegulationPublished',
      data: { regulationId, number: '01-QĐ/TU', issuedOn: from, from, warnings: [] },
    });
    return regulationId;
  };
  await establish(provinceId, 'PROVINCE');
  for (const id of communeIds) await establish(id, 'COMMUNE', provinceId);
  const regulationId = await publish(provinceId, '2026-01-01');
  const tree = createLiveView({
    store,
    categories: ['unit'],
    initial: organization.emptyTree,
    evolve: (before, event) => (isIn(event, 'unit') ? organization.evolveTree(before, event) : before),
  });
  const tools = { store, engine, clock, rules: createRules(store), tree: () => tree.current() };
  return {
    ...{ ...tools, write, establish, publish, provinceId, communeIds, regulationId },
    obligations: () => createObligations(tools),
    reportOf: (unitId: string, kind: reporting.ReportKind = 'OWN') =>
      deriveId(unitId, reporting.reportName(kind, { kind: 'H1', year: 2026 })),
    historyOf: (reportId: string) => eventsOf(store, `report-${reportId}`),
    /** Somebody does something with a report; what became of it. */
    act: (reportId: string, asked: Pick<reporting.ReportCommand, 'type' | 'data' | 'facts'>, actor = OFFICER) => {
      const commandId = randomUUID();
      const meta = { commandId, actor, at: clock.now(), correlationId: commandId };
      return engine.run({
        ...{ stream: `report-${reportId}`, commandId, body: asked, decider: reporting.decider },
        prepare: () => ({ ...asked, meta }) as unknown as reporting.ReportCommand,
      });
    },
  };
}

export const SUBMIT = {
  type: 'SubmitReport',
  data: { figures: {}, narrative: 'Sáu tháng đầu năm', evidenceIds: [] },
  facts: {
    definitions: [],
    calendar: { holidays: new Map(), makeUpDays: new Set() },
    known: {},
    evidence: [],
    children: [],
  },
} as const satisfies Omit<reporting.SubmitReport, 'meta'>;
