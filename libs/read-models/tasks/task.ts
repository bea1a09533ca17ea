import { commendation, decision, localDateOf, organization, registration, regulation, reporting } from '#domain';
import type { DataOf } from '#domain';
import type { RecordedEvent, RecordedIn } from '#event-store';
import { PERIOD_NAMES, ROLE_NAMES } from '#words';
import { barredFrom, type AwaitedAct, type RegulationWaiting, type ReportWaiting, type TaskRow } from './table.ts';

/** What a registration waits for after one of its events. The team is remembered: the appraisal may be reopened. */
export const evolveRegistrationTask = (
  row: TaskRow | undefined,
  event: RecordedIn<'registration'>,
): TaskRow | undefined => {
  const subject = event.type === 'RegistrationDrafted' ? registered(event.data) : row;
  if (subject === undefined) return undefined;
  const before = (row?.waiting as registration.Waiting | undefined) ?? registration.NOTHING_WAITS;
  const waiting = registration.waitingAfter(before, event);
  const status = registration.statusAfter[event.type];
  const dueOn = registration.dueOnAfter(event, row?.dueOn ?? undefined);
  if (status !== 'same')
    return waitFor(subject, event, { status, acts: registration.awaitedIn(status, waiting, dueOn), waiting, dueOn });
  if (row === undefined) return undefined;
  const title = registration.nameGivenBy(event) ?? row.title;
  if (waiting === before && title === row.title && dueOn === (row.dueOn ?? undefined)) return row;
  const acts = registration.awaitedIn(row.status as RegistrationStatus, waiting, dueOn);
  return goesOn({ ...row, title, waiting, dueOn: dueOn ?? null }, acts, event);
};

const registered = ({ registrationId: id, unitId, cycleId, form }: DataOf<'RegistrationDrafted'>) =>
  ({ kind: 'registration', id, unitId, cycleId, title: form.name }) as const;

/** The wait goes on, for more or for less; where nothing was waited for, it begins. */
const goesOn = (row: TaskRow, acts: readonly AwaitedAct[], { position, meta }: RecordedEvent): TaskRow => ({
  ...row,
  ...awaiting(acts, { turnsWith: row.turnsWith ?? row.id }),
  since: row.acts.length === 0 ? localDateOf(meta.recordedAt) : row.since,
  position,
});

type RegistrationStatus = Parameters<typeof registration.awaitedIn>[0];

/** What a commendation waits for after one of its events; once submitted, of the body that decides. */
export const evolveCommendationTask = (
  row: TaskRow | undefined,
  event: RecordedIn<'commendation'>,
): TaskRow | undefined => {
  const subject = event.type === 'CommendationProposed' ? proposed(event.data) : row;
  const before = (row?.waiting as commendation.Waiting | undefined) ?? commendation.NOTHING_WAITS;
  const waiting = commendation.waitingAfter(before, event);
  const status = commendation.statusAfter[event.type];
  if (status === 'same') {
    const acts = row && commendation.awaitedIn(row.status as CommendationStatus, waiting);
    return acts && goesOn({ ...row, waiting }, acts, event);
  }
  const acts = commendation.awaitedIn(status, waiting);
  const actingUnitId = status === 'SUBMITTED' ? (waiting.toUnitId ?? undefined) : undefined;
  const dueOn = commendation.dueOnAfter(event);
  return subject && waitFor(subject, event, { status, acts, waiting, actingUnitId, dueOn });
};

type CommendationStatus = Parameters<typeof commendation.awaitedIn>[0];

const proposed = ({ commendationId: id, unitId, cycleId, recipient }: DataOf<'CommendationProposed'>) =>
  ({ kind: 'commendation', id, unitId, cycleId, title: recipient.name }) as const;

/** What a decision waits for after one of its events. While it is under way, nothing else is drafted on its items. */
export const evolveDecisionTask = (row: TaskRow | undefined, event: RecordedIn<'decision'>): TaskRow | undefined => {
  const subject = event.type === 'DecisionDrafted' ? drafted(event.data) : row;
  if (subject === undefined) return undefined;
  const waiting = decision.waitingAfter(
    (row?.waiting as decision.Waiting | undefined) ?? decision.NOTHING_WAITS,
    event,
  );
  const after = decision.statusAfter[event.type];
  if (after === 'same') {
    if (row === undefined || event.type !== 'SignedPaperFiled') return row;
    return goesOn({ ...row, waiting }, decision.awaitedIn(row.status as DecisionStatus, waiting), event);
  }
  const items = event.type === 'DecisionDrafted' ? event.data.items.map(({ id }) => id) : (row?.holds ?? []);
  const holds = decision.holdsItems(after) ? items : [];
  return waitFor(subject, event, { status: after, acts: decision.awaitedIn(after, waiting), waiting, holds });
};

type DecisionStatus = Parameters<typeof decision.awaitedIn>[0];

const drafted = ({ decisionId: id, unitId, cycleId, title }: DataOf<'DecisionDrafted'>) =>
  ({ kind: 'decision', id, unitId, cycleId: cycleId ?? null, title }) as const;

/** What a report waits for after one of its events: of the unit that owes it, or of the one that receives it. */
export const evolveReportTask = (row: TaskRow | undefined, event: RecordedIn<'report'>): TaskRow | undefined => {
  const subject = event.type === 'ReportObliged' ? obliged(event.data) : row;
  if (!subject?.waiting) return row;
  const before = subject.waiting as ReportWaiting;
  const waiting = { ...before, ...reporting.waitingAfter(before, event) };
  const dueOn = reporting.dueOnAfter(event, row?.dueOn ?? undefined);
  const { kind, receiverId, period } = waiting;
  const after = reporting.statusAfter[event.type];
  const status = after === 'same' ? (row?.status as reporting.ReportStatusName) : after;
  const acts = reporting.awaitedIn(status, kind, waiting);
  const turnsWith = reportsReceived(subject.unitId, period);
  if (after === 'same') return row && { ...goesOn({ ...row, waiting, turnsWith }, acts, event), dueOn: dueOn ?? null };
  const received = acts.some(({ command }) => reporting.BY_RECEIVER.includes(command));
  return waitFor(subject, event, {
    ...{ status, acts, waiting, dueOn, turnsWith },
    holds: reporting.isOneOf(reporting.COUNTED, status) ? [reportsReceived(receiverId, period)] : [],
    ...(received ? { actingUnitId: receiverId } : {}),
  });
};

/** The approved reports that a unit received for a period. */
const reportsReceived = (receiverId: string, { kind, year }: reporting.ReportingPeriod): string =>
  `${receiverId} ${kind} ${String(year)}`;

const obliged = ({ reportId: id, unitId, kind, period, receiverId }: DataOf<'ReportObliged'>) => ({
  ...({ kind: 'report', id, unitId, cycleId: null, title: titleOf(kind, period) } as const),
  waiting: { ...reporting.NOTHING_WAITS, kind, receiverId, period },
});

/** As the paper is called. */
const titleOf = (kind: reporting.ReportKind, { kind: period, year }: reporting.ReportingPeriod): string =>
  `${kind === 'OWN' ? 'Báo cáo' : 'Báo cáo tổng hợp'} ${PERIOD_NAMES[period][0]} ${String(year)}`;

/** What a regulation waits for after one of its events. */
export const evolveRegulationTask = (
  row: TaskRow | undefined,
  event: RecordedIn<'regulation'>,
): TaskRow | undefined => {
  const subject = event.type === 'RegulationDrafted' ? written(event.data) : row;
  if (subject === undefined) return undefined;
  const after = regulation.statusAfter[event.type];
  const status = after === 'same' ? (row?.status as RegulationStatus) : after;
  const authors = regulation.authorsAfter((row?.waiting as RegulationWaiting | undefined)?.authors ?? [], event);
  const acts = regulation.awaitedIn(status, authors);
  if (after !== 'same') return waitFor(subject, event, { status, acts, waiting: { authors } });
  if (row === undefined || event.type !== 'RegulationRevised') return row;
  return goesOn({ ...row, title: event.data.content.title, waiting: { authors } }, acts, event);
};

type RegulationStatus = Parameters<typeof regulation.awaitedIn>[0];

const written = ({ regulationId: id, unitId, content }: DataOf<'RegulationDrafted'>) =>
  ({ kind: 'regulation', id, unitId, cycleId: null, title: content.title }) as const;

/** What a proposed appointment waits for, until another administrator settles it. */
export const evolveAppointmentTask = (row: TaskRow | undefined, event: RecordedIn<'person'>): TaskRow | undefined => {
  switch (event.type) {
    case 'AppointmentProposed': {
      const { appointmentId: id, unitId, role, personId } = event.data;
      const title = `Phân công ${ROLE_NAMES[role][0]}`;
      const acts = organization.awaitedOfProposal({ personId, proposedBy: event.meta.actor.personId });
      const subject = { kind: 'appointment', id, unitId, cycleId: null, title, personId } as const;
      return { ...waitFor(subject, event, { status: 'PROPOSED', acts }), since: localDateOf(event.meta.recordedAt) };
    }
    case 'PersonAppointed':
    case 'AppointmentDeclined':
      return row && waitFor(row, event, { status: 'SETTLED', acts: [] });
    default:
      return row;
  }
};

type Subject = Pick<TaskRow, 'id' | 'kind' | 'unitId' | 'cycleId' | 'title'> & Partial<Pick<TaskRow, 'personId'>>;

interface Wait extends Partial<Pick<TaskRow, 'waiting' | 'holds' | 'turnsWith'>> {
  readonly status: string;
  readonly acts: readonly AwaitedAct[];
  readonly dueOn?: string | null | undefined;
  readonly actingUnitId?: string | undefined;
}

/**
 * The subject now waits for these acts, of its own unit where no other is named, from the day of the event on. What hangs
 * on something hangs on a decision on the subject unless something else is told.
 */
const waitFor = (
  { id, kind, unitId, cycleId, title, personId = null }: Subject,
  event: RecordedEvent,
  { status, acts, dueOn, actingUnitId = unitId, waiting = null, holds = [], turnsWith = id }: Wait,
): TaskRow => ({
  ...{ id, kind, unitId, actingUnitId, cycleId, title, status },
  since: event.meta.effectiveOn,
  dueOn: dueOn ?? null,
  ...awaiting(acts, { turnsWith }),
  ...{ holds, waiting, personId },
  position: event.position,
});

/** The acts with the roles and people they are found by. */
const awaiting = (acts: readonly AwaitedAct[], { turnsWith }: Pick<TaskRow, 'turnsWith'>) => {
  const hangs = acts.some(({ hangsOn }) => hangsOn !== undefined);
  const turns = hangs || acts.some(({ after }) => after !== undefined);
  return {
    acts,
    roles: rolesOf(acts.filter(({ after, hangsOn }) => after === undefined && hangsOn !== 'ONCE_THERE')),
    turnsAfter: acts.find(({ after }) => after !== undefined)?.after ?? null,
    turnsWith: hangs ? turnsWith : null,
    laterRoles: turns
      ? rolesOf(acts.filter(({ until, hangsOn }) => until === undefined && hangsOn !== 'WHILE_NONE'))
      : [],
    persons: [...new Set(acts.flatMap(({ personId }) => personId ?? []))],
    besides: barred(acts),
  };
};

const rolesOf = (acts: readonly AwaitedAct[]): readonly string[] => [
  ...new Set(acts.filter(({ personId }) => personId === undefined).map(({ role }) => role)),
];

/** Who is kept from all that a role is asked for. */
const barred = (acts: readonly AwaitedAct[]): readonly string[] =>
  rolesOf(acts).flatMap((role) => {
    const [first, ...others] = acts.filter((act) => act.role === role).map(({ besides = [] }) => besides);
    const persons = (first ?? []).filter((person) => others.every((besides) => besides.includes(person)));
    return persons.map((person) => barredFrom(role, person));
  });
