import { fold, regulation, type DataOf } from '#domain';
import type { RecordedEvent, RecordedIn } from '#event-store';
import type { Projection } from '../projection.port.ts';
import { applyRowState, type RowState } from '../tables/row-state.ts';
import { cycles, regulations, type CycleTableRow, type RegulationRow, type RegulationTableRow } from './table.ts';

const stampOf = (event: RecordedEvent) => ({
  revision: event.revision,
  position: event.position,
  recordedAt: event.meta.recordedAt,
});

type Event = RecordedIn<'regulation'>;
type Drafted = Extract<Event, { type: 'RegulationDrafted' }>;

/** A version of the rules after an event of it. */
const evolveRegulation = (row: RegulationTableRow | undefined, event: Event): RegulationTableRow | undefined => {
  const now =
    event.type === 'RegulationDrafted' ? drafted(event) : row && { ...row, ...changed(row, event), ...stampOf(event) };
  return now && { ...now, folded: fold(`${now.title} ${now.number ?? ''}`) };
};

const drafted = (event: Drafted): RegulationRow => ({
  id: event.data.regulationId,
  unitId: event.data.unitId,
  ...contentOf(event.data.content),
  status: regulation.statusAfter[event.type],
  number: null,
  issuedOn: null,
  fromOn: null,
  supersededBy: null,
  supersededFrom: null,
  warnings: [],
  ...stampOf(event),
});

const changed = (row: RegulationRow, event: Exclude<Event, Drafted>): Partial<RegulationRow> => {
  switch (event.type) {
    case 'RegulationRevised':
      return contentOf(event.data.content);
    case 'RegulationPublished': {
      const { number, issuedOn, from, warnings } = event.data;
      return { status: regulation.statusAfter[event.type], number, issuedOn, fromOn: from, warnings };
    }
    case 'CalendarAmended':
      return { content: regulation.amended(row.content, event.data) };
    case 'RegulationSuperseded': {
      const { byRegulationId, from } = event.data;
      return { status: regulation.statusAfter[event.type], supersededBy: byRegulationId, supersededFrom: from };
    }
  }
};

const contentOf = (content: regulation.RegulationContent) => ({
  title: content.title,
  illustrative: content.illustrative,
  content,
});

/** A cycle after an event of it. */
const evolveCycle = (row: CycleTableRow | undefined, event: RecordedIn<'cycle'>): CycleTableRow | undefined => {
  const stamp = stampOf(event);
  switch (event.type) {
    case 'CycleOpened':
      return open(event.data, stamp);
    case 'DeadlineExtended': {
      const { cycleId: _, ...extension } = event.data;
      const extensions = [...(row?.extensions ?? []), { ...extension, recordedAt: stamp.recordedAt }];
      return row && { ...row, [DEADLINES[extension.step]]: extension.dueOn, extensions, ...stamp };
    }
    case 'CycleClosed':
      return (
        row && { ...row, status: regulation.cycle.statusAfter[event.type], closeReason: event.data.reason, ...stamp }
      );
  }
};

const DEADLINES = {
  REGISTRATION: 'registrationDeadline',
  DOSSIER: 'dossierDeadline',
  APPRAISAL: 'appraisalDeadline',
} as const;

const open = (
  { cycleId, untilYear, ...data }: DataOf<'CycleOpened'>,
  stamp: ReturnType<typeof stampOf>,
): CycleTableRow => ({
  id: cycleId,
  ...data,
  untilYear: untilYear ?? null,
  status: regulation.cycle.statusAfter.CycleOpened,
  closeReason: null,
  extensions: [],
  folded: fold(`${data.name} ${data.movement}`),
  ...stamp,
});

export const regulationState: RowState<RegulationTableRow, 'regulation'> = {
  table: regulations,
  categories: ['regulation'],
  evolve: evolveRegulation,
};

export const cycleState: RowState<CycleTableRow, 'cycle'> = {
  table: cycles,
  categories: ['cycle'],
  evolve: evolveCycle,
};

/** Which rules and cycles there are, and which are in force. */
export const rulesProjection: Projection<'regulation' | 'cycle'> = {
  name: 'rules',
  version: 2,
  categories: ['regulation', 'cycle'],
  tables: [regulations, cycles],
  apply: async (events, tx) => {
    await applyRowState(regulationState, events, tx);
    await applyRowState(cycleState, events, tx);
  },
};
