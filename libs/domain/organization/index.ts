export * from './unit/events.ts';
export * from './unit/commands.ts';
export { nameOn, parentOn, type EstablishedUnit, type UnitState } from './unit/state.ts';
export * from './unit/tree.ts';
export * as unit from './unit/index.ts';
export type * from './person/events.ts';
export * from './person/commands.ts';
export {
  daysOf,
  fullDaysOf,
  isRunningAt,
  type Account,
  type Appointment,
  type EnteredPerson,
  type PersonState,
} from './person/state.ts';
export * from './person/appointments.ts';
export { awaitedOfProposal, type AwaitedCommand } from './person/owed.ts';
export * as person from './person/index.ts';
export type * from './gate/events.ts';
export type { Admission, AdmitChange, GateState } from './gate/decide.ts';
export * as gate from './gate/decide.ts';
export { emptyMap, valueAt, withValue, type ShardedMap } from './sharded-map.ts';
