import { isLocalDate, localDateOf, type LocalDate } from './dates.ts';
import type { EvidenceRef } from './evidence.ts';
import type { CommandMeta } from './message.ts';
import { reject, type Rejected } from './outcome.ts';
import { tidy } from './text.ts';

// Rules that workflows share, joined with `??`: the first broken rule is the answer, undefined where none is broken.

type Broken<Reason extends string> = Rejected<Reason> | undefined;

export const textMissing = (text: string, pointer: string): Broken<'text-required'> =>
  tidy(text) === '' ? reject('text-required', { pointer }) : undefined;

export const dateInvalid = (date: LocalDate, pointer: string): Broken<'date-invalid'> =>
  isLocalDate(date) ? undefined : reject('date-invalid', { pointer });

/** A due date must be a real day, today or later. */
export const notDueDate = (
  date: LocalDate,
  { at }: CommandMeta,
  pointer: string,
): Broken<'date-invalid' | 'date-in-past'> =>
  dateInvalid(date, pointer) ?? beside(date, localDateOf(at), 'date-in-past', pointer);

/** A day on which something happened must be a real day, today or earlier. */
export const notPastDay = (
  date: LocalDate,
  { at }: CommandMeta,
  pointer: string,
): Broken<'date-invalid' | 'date-in-future'> =>
  dateInvalid(date, pointer) ?? beside(date, localDateOf(at), 'date-in-future', pointer);

/** The refusal of a day on that side of today. */
const beside = <Reason extends 'date-in-past' | 'date-in-future'>(
  date: LocalDate,
  today: LocalDate,
  reason: Reason,
  pointer: string,
): Broken<Reason> =>
  (reason === 'date-in-past' ? date < today : date > today)
    ? reject(reason, { pointer, params: { date, today } })
    : undefined;

/** What happened on a day that another may not lie before. */
export type Milestone = 'DRAFTED' | 'APPRAISED' | 'VOTED' | 'REFUSED' | 'ISSUED' | 'ITEMS_READY' | 'BEGUN';

/** What follows something is not before it; the same day is allowed. `follows` is undefined where nothing came before. */
export const notBefore = (
  date: LocalDate,
  follows: LocalDate | undefined,
  pointer: string,
  milestone: Milestone,
): Broken<'dates-out-of-order'> =>
  follows === undefined || date >= follows
    ? undefined
    : reject('dates-out-of-order', { pointer, params: { notBefore: follows, milestone } });

/** Each of the ids must be that of a stored file. */
export const evidenceUnknown = (
  ids: readonly string[],
  evidence: readonly EvidenceRef[],
): Broken<'evidence-unknown'> => {
  const index = ids.findIndex((id) => !evidence.some(({ evidenceId }) => evidenceId === id));
  return index === -1 ? undefined : reject('evidence-unknown', { pointer: `/evidenceIds/${String(index)}` });
};
