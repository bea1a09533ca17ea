import type { Outcome, Rejected } from '../kernel/index.ts';
import type { ReportEvent } from './events.ts';
import type { ReportRejection } from './commands.ts';
import type { ReportState } from './state.ts';

export type Result = Outcome<ReportEvent, ReportRejection>;

/** A broken rule, or nothing: checks are joined with `??`, so the first broken rule is the answer. */
export type Refusal = Rejected<ReportRejection> | undefined;

/** A report that is owed, whatever its status. */
export type Existing = Exclude<ReportState, { readonly status: 'NONE' }>;
