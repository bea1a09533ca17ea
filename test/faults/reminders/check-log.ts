import type { reminding } from '#domain';
import type { StoredEvent } from '#event-store';
import type { HandInNote } from './notes.ts';
import { sentence, sentences, type Told } from './oracle.ts';
import type { ReminderFixture } from './fixture.ts';
import { DUE_ON, LADDER, WALK } from './walk.ts';

/** A message as the outbox has it. */
export interface MessageRow {
  readonly id: string;
  readonly personId: string;
  readonly channel: 'EMAIL' | 'INBOX';
  readonly status: string;
  /** How far the log had grown when the worker looked what is still owed. */
  readonly checkedPosition: number | null;
  readonly inInbox: boolean;
}

export interface LogCheck {
  readonly fixture: ReminderFixture;
  readonly handIns: readonly HandInNote[];
  /** Of reports and reminders. */
  readonly log: readonly StoredEvent[];
  readonly told: readonly Told[];
  readonly messages: readonly MessageRow[];
}

type Sent = Extract<reminding.ReminderEvent, { readonly type: 'ReminderSent' }>['data'];

export const sentIn = (log: readonly StoredEvent[]): readonly Sent[] =>
  log.flatMap(({ type, data }) => (type === 'ReminderSent' ? [data as Sent] : []));

/** What the log says of reminders, against the rules. */
export function findingsOfLog({ fixture, handIns, log, told, messages }: LogCheck) {
  const sent = sentIn(log);
  const said = counted(sent.map(sentence));
  const allowed = new Set(told.flatMap(sentences));
  const inboxed = new Set(messages.filter(({ inInbox }) => inInbox).map(({ id }) => id));
  const inLog = new Set(sent.filter(({ channel }) => channel === 'INBOX').map(({ messageId }) => messageId));
  return {
    sent: sent.length,
    /** Messages that had nothing to tell any more when they were looked up. */
    cancelled: messages.filter(({ status }) => status === 'cancelled').length,
    handedIn: handIns.filter(({ kind }) => kind === 'done').length,
    lost: told
      .filter(({ open }) => !open)
      .flatMap(sentences)
      .filter((each) => !said.has(each)),
    twice: [...said].filter(([, times]) => times > 1).map(([each]) => each),
    uninvited: [...said.keys()].filter((each) => !allowed.has(each)),
    early: log.filter(isEarly).map(({ stream }) => stream),
    movedDates: movedDates(fixture, log),
    lostHandIns: lostHandIns(handIns, log),
    wrongNotes: [...wrongNotes(log, told, 'ReportOverdue'), ...wrongNotes(log, told, 'ReportEscalated')],
    inbox: [...[...inboxed].filter((id) => !inLog.has(id)), ...[...inLog].filter((id) => !inboxed.has(id))],
  };
}

function counted(all: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

/** Recorded before the day of its rung. */
function isEarly({ type, data, meta }: StoredEvent): boolean {
  if (type !== 'ReminderSent') return false;
  const day = LADDER.find(({ code }) => code === (data as Sent).rungs.at(-1))?.day ?? '9999';
  return meta.recordedAt < `${day}T00:00:00.000Z`;
}

/** Every unit owes one report, and it is due on the day it was due at first, whatever was told of it. */
function movedDates(fixture: ReminderFixture, log: readonly StoredEvent[]): readonly string[] {
  const obliged = counted(log.flatMap(({ type, stream }) => (type === 'ReportObliged' ? [stream] : [])));
  const wrong = fixture.units.filter(({ reportId }) => obliged.get(`report-${reportId}`) !== 1);
  const moved = log.filter(({ type, data }) =>
    type.startsWith('Reminder') || ['ReportObliged', 'ReportOverdue', 'ReportEscalated'].includes(type)
      ? (data as { readonly dueOn: string }).dueOn !== DUE_ON
      : type !== 'ReportSubmitted',
  );
  return [...wrong.map(({ name }) => name), ...moved.map(({ stream, type }) => `${stream} ${type}`)];
}

/** Acknowledged and not in the log there, or in the log and never tried. */
function lostHandIns(handIns: readonly HandInNote[], log: readonly StoredEvent[]): readonly string[] {
  const stored = new Map(
    log.flatMap((each) => (each.type === 'ReportSubmitted' ? [[each.stream, each.position]] : [])),
  );
  const tried = new Set(handIns.flatMap((each) => (each.kind === 'try' ? [`report-${each.reportId}`] : [])));
  return [
    ...handIns.flatMap((each) =>
      each.kind === 'done' && stored.get(`report-${each.reportId}`) !== each.position ? [each.reportId] : [],
    ),
    ...[...stored.keys()].filter((stream) => !tried.has(stream)),
  ];
}

/** Overdue is said once of each report that is owed after its day; escalated once for each message to the body above. */
function wrongNotes(
  log: readonly StoredEvent[],
  told: readonly Told[],
  type: 'ReportOverdue' | 'ReportEscalated',
): readonly string[] {
  const said = counted(
    log
      .filter((each) => each.type === type)
      .map(({ data }) => {
        const { subjectId, rung } = data as { readonly subjectId: string; readonly rung?: string };
        return [subjectId, ...(rung === undefined ? [] : [rung])].join(' ');
      }),
  );
  const due = told.filter(type === 'ReportOverdue' ? isOverdue : isEscalated);
  const nameOf = ({ unit, rungs }: Told): string =>
    type === 'ReportOverdue' ? unit.reportId : `${unit.reportId} ${rungs.at(-1)}`;
  const allowed = new Set(due.map(nameOf));
  return [
    ...due
      .filter(({ open }) => !open)
      .map(nameOf)
      .filter((each) => !said.has(each)),
    ...[...said].filter(([each, times]) => times > 1 || !allowed.has(each)).map(([each]) => each),
  ].map((each) => `${type} ${each}`);
}

const isOverdue = ({ step }: Told): boolean => (WALK[step]?.at ?? '') > `${DUE_ON}T17:00:00.000Z`;

const isEscalated = ({ rungs }: Told): boolean =>
  LADDER.some(({ code, recipient }) => code === rungs.at(-1) && recipient.startsWith('RECEIVING'));
