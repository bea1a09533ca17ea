import {
  accept,
  citation,
  dateInvalid,
  localDateOf,
  localTimeOf,
  notPastDay,
  reject,
  textMissing,
  tidy,
} from '../kernel/index.ts';
import type { CommandMeta, DocumentCitation, LocalDate } from '../kernel/index.ts';
import { ownReport } from './examining.ts';
import type { Existing, Refusal, Result } from './checks.ts';
import type { ExcuseReport, ExtendReport, ObligeReport, OrderReminder } from './commands.ts';

export const oblige = ({ data }: ObligeReport): Result => accept({ type: 'ReportObliged', data });

/** Nothing is owed any more, e.g. by a unit that was dissolved. */
export const excuse = ({ data, meta }: ExcuseReport, state: Existing): Result => {
  const { reportId, version } = state;
  return (
    ownReport(meta.actor, state) ??
    textMissing(data.reason, '/reason') ??
    accept({ type: 'ReportExcused', data: { reportId, version, reason: tidy(data.reason) } })
  );
};

/** A due date only ever moves to a later day, by a document with a reason; the original one stays. */
export const extend = ({ data, meta }: ExtendReport, state: Existing): Result => {
  const { reportId, version, originalDueOn, dueOn: previousDueOn } = state;
  const { dueOn } = data;
  const refusal =
    ownReport(meta.actor, state) ??
    textMissing(data.reason, '/reason') ??
    citationWrong(data.document, meta) ??
    dateInvalid(dueOn, '/dueOn');
  if (refusal !== undefined) return refusal;
  if (dueOn <= previousDueOn) {
    return reject('not-an-extension', { pointer: '/dueOn', params: { current: previousDueOn } });
  }
  const document = citation(data.document);
  const reason = tidy(data.reason);
  return accept({
    type: 'ReportExtended',
    data: { reportId, version, originalDueOn, previousDueOn, dueOn, reason, document },
  });
};

/** Reminds the unit at once; the ladder goes on beside it. */
export const orderReminder = ({ data, meta }: OrderReminder, state: Existing): Result => {
  const { reportId, version, unitId, dueOn } = state;
  const refusal = ownReport(meta.actor, state) ?? notToRemind(state, localDateOf(meta.at));
  if (refusal !== undefined) return refusal;
  const note = tidy(data.note ?? '');
  return accept({
    type: 'ReminderOrdered',
    data: { reportId, version, unitId, dueOn, ...(note === '' ? {} : { note }) },
  });
};

/** Why nobody has the unit reminded by order: it is the body itself, or was reminded on that day. */
export const notToRemind = ({ unitId, receiverId, reminder }: Existing, today: LocalDate): Refusal => {
  if (unitId === receiverId) return reject('owed-to-itself');
  return reminder !== undefined && localDateOf(reminder.orderedAt) === today
    ? reject('already-reminded-today', {
        params: { person: reminder.orderedBy, time: localTimeOf(reminder.orderedAt) },
      })
    : undefined;
};

const citationWrong = ({ number, issuedOn }: DocumentCitation, meta: CommandMeta): Refusal =>
  (tidy(number) === '' ? reject('document-required', { pointer: '/document/number' }) : undefined) ??
  notPastDay(issuedOn, meta, '/document/issuedOn');
