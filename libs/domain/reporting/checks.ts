import { isLocalDate, localDateOf, reject, tidy } from '../kernel/index.ts';
import type { CommandMeta, LocalDate, Outcome, Rejected } from '../kernel/index.ts';
import type { ReportEvent } from './events.ts';
import type { ReportRejection } from './commands.ts';
import type { ReportState } from './state.ts';

export type Result = Outcome<ReportEvent, ReportRejection>;

/** A broken rule, or nothing: checks are joined with `??`, so the first broken rule is the answer. */
export type Refusal = Rejected<ReportRejection> | undefined;

/** A report that is owed, whatever its status. */
export type Existing = Exclude<ReportState, { readonly status: 'NONE' }>;

export const reasonMissing = (reason: string): Refusal =>
  tidy(reason) === '' ? reject('text-required', { pointer: '/reason' }) : undefined;

export const dateInvalid = (date: LocalDate, pointer: string): Refusal =>
  isLocalDate(date) ? undefined : reject('date-invalid', { pointer });

/** A new due date is a real day, today or later. */
export const notDueDate = (date: LocalDate, { at }: CommandMeta): Refusal =>
  dateInvalid(date, '/dueOn') ?? (date < localDateOf(at) ? reject('date-in-past', { pointer: '/dueOn' }) : undefined);
