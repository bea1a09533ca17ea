export * from './projection.port.ts';
export * from './paging/page.ts';
export { asTypedFirst } from './tables/search.ts';
export { readModelsDb, type ReadModelsDb } from './database.ts';
export { inSnapshot, type ReadModelName, type Seen } from './snapshot.ts';
export { REGISTRATION_STATUSES } from './register/table.ts';
export { registrationsCiting, type Appraiser } from './sight/queries.ts';
export type { DecisionRow } from './decision-book/queries.ts';
export type { CommendationRow } from './commendation-book/queries.ts';
export type { CycleRow, RegulationRow } from './rules/table.ts';
export type { AwaitedAct, TaskKind } from './tasks/table.ts';
export type { ReminderEntry } from './reminder-history/table.ts';
export {
  getRegistration,
  registrationsFrom,
  searchRegistrations,
  type RegistrationDetail,
  type RegistrationLine,
  type SightedLine,
} from './register/queries.ts';
export { registrationsCalled } from './register/called.ts';
export { getModel, type ModelFile } from './model-file/queries.ts';
export { listTypicalModels, type TypicalModel } from './register/typical.ts';
export type { RegistrationDossier } from './register/dossier.ts';
export {
  AUDIT_KINDS,
  getTimeline,
  kindOf,
  type AuditKind,
  type Telling,
  type TimelineEntry,
} from './timeline/queries.ts';
export { getAudit, isTold, type Auditing, type AuditEntry } from './audit/queries.ts';
export type { Reading } from './audit/reading.ts';
export {
  decisionsUnderWayOn,
  holdsUnusedNumber,
  getDecision,
  isPaperShownTo,
  listDecisions,
  listNumbers,
  type DecisionDetail,
  type DecisionReader,
  type DecisionUnderWay,
  type NumberEntry,
} from './decision-book/queries.ts';
export {
  commendationsOn,
  getCommendation,
  listCommendations,
  type CommendationDetail,
} from './commendation-book/queries.ts';
export { movementStatistics, type MovementStatistics } from './statistics/queries.ts';
export { knownFigures } from './statistics/known-figures.ts';
export { getWaiting, listTasks, TASK_SORTS, type Task, type Waiting } from './tasks/queries.ts';
export { getUnit, listUnits, type UnitDetail, type UnitItem } from './units/queries.ts';
export { listGrants, listPeople, type PersonItem } from './units/people-queries.ts';
export { GRANT_STATUSES, type AppointmentRow, type GrantRow } from './units/table.ts';
export { PEOPLE_SORTS } from './units/people-queries.ts';
export * from './rules/queries.ts';
export { getBoardCoverage, type BoardCoverage } from './report-board/coverage.ts';
export {
  getReport,
  listChildReports,
  listReports,
  type BoardEntry,
  type ReportDetail,
} from './report-board/queries.ts';
export type { BoardView, StandingRules } from './report-board/standing.ts';
export {
  findOpenDuties,
  listDutyGroups,
  listOpenDuties,
  listOrderedDuties,
  type DutyGroup,
  type OpenDuty,
  type OrderedDuty,
} from './duties/queries.ts';
export { listCountingReports, type CountingReport } from './counted-in/queries.ts';
export { listReminders } from './reminder-history/queries.ts';
export { allProjections } from './all.ts';
export { readModelsMigrations } from './projector/migrations.ts';
export { makeReadModelTables, rebuildReadModels, startProjector, type Projector } from './projector/projector.ts';
export type { ProjectorLogger } from './projector/follow-with.ts';
export { commitBatch, type CommitBatch } from './projector/commit.ts';
export { readProjectionStatus, type ProjectionStatus } from './projector/status.ts';
export { readPosition } from './projector/position.ts';
export { createPositionWaiter, type WaitForPosition } from './projector/wait.ts';
export { CHANGED_KINDS, changesBy, type Change, type ChangedKind } from './updates/queries.ts';
export { withNames } from './names/queries.ts';
export { AS_RECORDED, nameFieldOf, namesBeside } from './names/fields.ts';
