export * from './events.ts';
export * from './status.ts';
export type * from './facts.ts';
export * from './commands.ts';
export * from './rights.ts';
export { BEFORE_DECISION, statusAfter, transitions, wrongStatus } from './transitions.ts';
export { initial, type Appraisal, type Core, type RegistrationState, type StateFor, type TeamMember } from './state.ts';
export {
  awaitedIn,
  dueBy,
  dueOnAfter,
  dutiesChangedBy,
  dutyBegunBy,
  mayStillFall,
  NOTHING_WAITS,
  waitingAfter,
  type AwaitedCommand,
  type Waiting,
  type RegistrationDuty,
} from './owed.ts';
export { JUST_LEFT_DAYS, leftBefore, mayStay, memberRefused } from './appraising/team.ts';
export { notToRecognize } from './concluding/decide.ts';
export { approverRefusal } from './correcting/decide.ts';
export { missingDocuments, missingResults } from './implementing/decide.ts';
export { missingItems } from './registering/form.ts';
export { placeRefused } from './registering/decide.ts';
export { passedOn } from './revoked-source/decide.ts';
export { CYCLE_STEP_OF, cycleRefusal, type CycleBound } from './by-cycle.ts';
export { CORRECTABLE, correctedForm } from './correcting/correctable.ts';
export { holdsName, namedAfter, nameGivenBy, nameKeys } from './name.ts';
export { sightOf, toldData, WHOLE_ROLES, type Sight, type ToldData } from './sight.ts';
export { evolve } from './evolve.ts';
export { decide, decider } from './decide.ts';
export { availableActions, type ActionType, type Availability, type Today } from './available-actions.ts';
export { dryRun, type DryRunChange, type DryRunRegistration } from './dry-run.ts';
export { computeResult, type Aggregate } from './appraising/result.ts';
export { voteOutcome, type VoteCounts, type VoteOutcome, type VoteRules } from './concluding/vote.ts';
export { afterLinking, announcesDraft, type LinkedDraft, type LinkingEvent } from './afterwards/process.ts';
