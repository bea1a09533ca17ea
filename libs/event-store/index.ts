export * from './event-store.port.ts';
export { UnstorableEventError } from './new-event-check.ts';
export {
  compareLogs,
  copyLog,
  type CompareOutcome,
  type CopyOutcome,
  type CopyProgress,
  type Difference,
  type TwoLogs,
} from './copy/index.ts';
export { pause, retry, waitMs, type Backoff } from './retry.ts';
export { lagBehind, type Lag } from './lag.ts';
export * from './event-log.port.ts';
export { readBounded } from './read-bounded.ts';
export { createEventLog, eventsIn, isIn, isUnreadable, readable } from './event-log.ts';
export { createCodec, type Codec } from './codec/codec.ts';
export { currentVersion, productCodec, upcasters } from './codec/upcasters.ts';
