import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import type { CommendationTableRow } from './commendation-book/table.ts';
import type { DecisionItemRow, DecisionPaperRow, DecisionTableRow, NumberRow } from './decision-book/table.ts';
import type { DutyCycleRow, DutyRow, DutySubjectRow } from './duties/table.ts';
import type { RegistrationTableRow } from './register/table.ts';
import type { ReminderEntry } from './reminder-history/table.ts';
import type { ReportHistoryRow, ReportRow } from './report-board/table.ts';
import type { CycleTableRow, RegulationTableRow } from './rules/table.ts';
import type { AppraiserRow, EvidenceUseRow } from './sight/table.ts';
import type { FactRow, FieldCorrectionRow } from './statistics/table.ts';
import type { TaskRow } from './tasks/table.ts';
import type { TimelineRow } from './timeline/table.ts';
import type { AppointmentRow, GrantRow, PersonRow, UnitBaseRow, UnitNameRow, UnitParentRow } from './units/table.ts';

/** The tables questions are asked of. */
export interface ReadModelTables {
  registrations: RegistrationTableRow;
  registerHistory: RegistrationTableRow;
  timeline: TimelineRow;
  decisions: DecisionTableRow;
  commendationHistory: CommendationTableRow;
  decisionHistory: DecisionTableRow;
  decisionItems: DecisionItemRow;
  decisionPapers: DecisionPaperRow;
  numbers: NumberRow;
  commendations: CommendationTableRow;
  facts: FactRow;
  fieldCorrections: FieldCorrectionRow;
  tasks: TaskRow;
  units: UnitBaseRow;
  grants: GrantRow;
  unitNames: UnitNameRow;
  unitParents: UnitParentRow;
  people: PersonRow;
  appointments: AppointmentRow;
  regulations: RegulationTableRow;
  cycles: CycleTableRow;
  reports: ReportRow;
  reportHistory: ReportHistoryRow;
  duties: DutyRow;
  dutySubjects: DutySubjectRow;
  dutyCycles: DutyCycleRow;
  reminders: ReminderEntry;
  appraisers: AppraiserRow;
  evidenceUses: EvidenceUseRow;
}

export type ReadModelsDb = Kysely<ReadModelTables>;

/** The schema the live read models stand in. */
export const LIVE_SCHEMA = 'read_models';

/** The live read models over a pool, for asking questions. The pool stays the caller's to end. */
export const readModelsDb = (pool: Pool): ReadModelsDb =>
  new Kysely<ReadModelTables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  }).withSchema(LIVE_SCHEMA);
