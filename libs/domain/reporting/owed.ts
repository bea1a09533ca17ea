import type { LocalDate, Role } from '../kernel/index.ts';
import type { DutyKind } from '../regulation/events.ts';
import type { ReportKind } from './events.ts';
import type { ReportState } from './state.ts';

/** The day by which a report is to be handed in; undefined when nothing is owed. */
export const dueBy = (state: ReportState): LocalDate | undefined =>
  state.status === 'OPEN' || state.status === 'REVISION_REQUESTED' ? state.dueOn : undefined;

/** Who does the work in the unit that owes it: its officer, or the officer of its standing body. */
export const ownerRole = (
  kind: DutyKind,
  report: ReportKind | undefined,
): Extract<Role, 'UNIT_OFFICER' | 'STANDING_BODY_OFFICER'> =>
  kind === 'APPRAISAL' || report === 'CONSOLIDATED' ? 'STANDING_BODY_OFFICER' : 'UNIT_OFFICER';
