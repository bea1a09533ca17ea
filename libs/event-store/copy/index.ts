export { compareLogs, type CompareOutcome } from './compare-logs.ts';
export { copyLog, type CopyOutcome } from './copy-log.ts';
export type { Difference } from './difference.ts';
export type { CopyProgress, TwoLogs } from './two-logs.ts';
