import { idOf, regulation, type DataOf } from '#domain';
import type { RecordedEvent, RecordedIn } from '#event-store';
import type { Projection } from '../projection.port.ts';
import type { RowState } from '../tables/row-state.ts';
import { applyRowState } from '../tables/row-state.ts';
import { cycles, regulations } from './table.ts';
import type { CycleRow, RegulationRow } from './table.ts';

const stampOf = (event: RecordedEvent) => ({
  revision: event.revision,
  position: event.position,
  recordedAt: event.meta.recordedAt,
});

/** A version of the rules after an event of it. */
const evolveRegulation = (
  row: RegulationRow | undefined,
  event: RecordedIn<'regulation'>,
): RegulationRow | undefined => {
  const stamp = stampOf(event);
  switch (event.type) {
    case 'RegulationDrafted':
      return {
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
        ...stamp,
      };
    case 'RegulationRevised':
      return row && { ...row, ...contentOf(event.data.content), ...stamp };
    case 'RegulationPublished': {
      const { number, issuedOn, from, warnings } = event.data;
      return (
        row && {
          ...row,
          status: regulation.statusAfter[event.type],
          number,
          issuedOn,
          fromOn: from,
          warnings,
          ...stamp,
        }
      );
    }
    case 'CalendarAmended':
      return row && { ...row, content: regulation.amended(row.content, event.data), ...stamp };
    case 'RegulationSuperseded': {
      const { byRegulationId, from } = event.data;
      return (
        row && {
          ...row,
          status: regulation.statusAfter[event.type],
          supersededBy: byRegulationId,
          supersededFrom: from,
          ...stamp,
        }
      );
    }
  }
};

const contentOf = (content: regulation.RegulationContent) => ({
  title: content.title,
  illustrative: content.illustrative,
  content,
});

/** A cycle after an event of it. */
const evolveCycle = (row: CycleRow | undefined, event: RecordedIn<'cycle'>): CycleRow | undefined => {
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

const open = ({ cycleId, untilYear, ...data }: DataOf<'CycleOpened'>, stamp: ReturnType<typeof stampOf>): CycleRow => ({
  id: cycleId,
  ...data,
  untilYear: untilYear ?? null,
  status: regulation.cycle.statusAfter.CycleOpened,
  closeReason: null,
  extensions: [],
  ...stamp,
});

export const regulationState: RowState<RegulationRow, 'regulation'> = {
  table: regulations,
  categories: ['regulation'],
  keysOf: (event) => [[idOf(event.stream)]],
  evolve: (row, event) => evolveRegulation(row, event),
};

export const cycleState: RowState<CycleRow, 'cycle'> = {
  table: cycles,
  categories: ['cycle'],
  keysOf: (event) => [[idOf(event.stream)]],
  evolve: (row, event) => evolveCycle(row, event),
};

/** Which rules and cycles there are, and which are in force. */
export const rulesProjection: Projection<'regulation' | 'cycle'> = {
  name: 'rules',
  version: 1,
  categories: ['regulation', 'cycle'],
  tables: [regulations, cycles],
  apply: async (events, tx) => {
    await applyRowState(regulationState, events, tx);
    await applyRowState(cycleState, events, tx);
  },
};
