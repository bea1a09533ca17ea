import { commendation, decision, localDateOf, organization, registration, reporting, type DataOf } from '#domain';
import type { RecordedEvent, RecordedIn } from '#event-store';
import { PERIOD_NAMES, ROLE_NAMES } from '#words';
import type { AwaitedAct, TaskRow } from './table.ts';

/** What a registration waits for after one of its events. The team is remembered: the appraisal may be reopened. */
export const evolveRegistrationTask = (
  row: TaskRow | undefined,
  event: RecordedIn<'registration'>,
): TaskRow | undefined => {
  const subject = event.type === 'RegistrationDrafted' ? registered(event.data) : row;
  if (subject === undefined) return undefined;
  const before = row?.waiting ?? registration.NOTHING_WAITS;
  const after = registration.waitingAfter(before, event);
  const waiting = isNothing(after) ? null : after;
  const status = registration.statusAfter[event.type];
  if (status !== 'same') {
    const dueOn = registration.dueOnAfter(event);
    return waitFor(subject, event, { status, acts: registration.awaitedIn(status, after, dueOn), waiting, dueOn });
  }
  if (row === undefined) return undefined;
  const title = registration.nameGivenBy(event) ?? row.title;
  if (after === before && title === row.title) return row;
  const acts = registration.awaitedIn(row.status as RegistrationStatus, after, row.dueOn ?? undefined);
  return goesOn({ ...row, title, waiting }, acts, event);
};

/** Most registrations have nothing to remember. */
const isNothing = ({ team, ...rest }: registration.Waiting): boolean =>
  team.length === 0 && Object.values(rest).every((value) => value === false || value === 0);

const registered = ({ registrationId: id, unitId, cycleId, form }: DataOf<'RegistrationDrafted'>) =>
  ({ kind: 'registration', id, unitId, cycleId, title: form.name }) as const;

/** The wait goes on, for more or for less; where nothing was waited for, it begins. */
const goesOn = (row: TaskRow, acts: readonly AwaitedAct[], { position, meta }: RecordedEvent): TaskRow => ({
  ...row,
  ...awaiting(acts),
  since: row.acts.length === 0 ? localDateOf(meta.recordedAt) : row.since,
  position,
});

type RegistrationStatus = Parameters<typeof registration.awaitedIn>[0];

/** What a commendation waits for after one of its events. */
export const evolveCommendationTask = (
  row: TaskRow | undefined,
  event: RecordedIn<'commendation'>,
): TaskRow | undefined => {
  const subject = event.type === 'CommendationProposed' ? proposed(event.data) : row;
  const revoked = commendation.revokedAfter(row?.revoked ?? false, event);
  const status = commendation.statusAfter[event.type];
  if (status === 'same') {
    const acts = row && commendation.awaitedIn(row.status as CommendationStatus, revoked);
    return acts && goesOn({ ...row, revoked }, acts, event);
  }
  const acts = commendation.awaitedIn(status, revoked);
  return subject && waitFor(subject, event, { status, acts, revoked, dueOn: commendation.dueOnAfter(event) });
};

type CommendationStatus = Parameters<typeof commendation.awaitedIn>[0];

const proposed = ({ commendationId: id, unitId, cycleId, recipient }: DataOf<'CommendationProposed'>) =>
  ({ kind: 'commendation', id, unitId, cycleId, title: recipient.name }) as const;

/** What a decision waits for after one of its events. */
export const evolveDecisionTask = (row: TaskRow | undefined, event: RecordedIn<'decision'>): TaskRow | undefined => {
  const subject = event.type === 'DecisionDrafted' ? drafted(event.data) : row;
  const status = decision.statusAfter[event.type];
  if (subject === undefined || status === 'same') return row;
  return waitFor(subject, event, { status, acts: decision.awaitedIn(status) });
};

const drafted = ({ decisionId: id, unitId, cycleId, title }: DataOf<'DecisionDrafted'>) =>
  ({ kind: 'decision', id, unitId, cycleId: cycleId ?? null, title }) as const;

/** What a report waits for after one of its events: of the unit that owes it, or of the one that receives it. */
export const evolveReportTask = (row: TaskRow | undefined, event: RecordedIn<'report'>): TaskRow | undefined => {
  const subject = event.type === 'ReportObliged' ? obliged(event.data) : row;
  if (!subject?.report) return row;
  const dueOn = reporting.dueOnAfter(event, row?.dueOn ?? undefined);
  const status = reporting.statusAfter[event.type];
  if (status === 'same') return row && { ...row, dueOn: dueOn ?? null, position: event.position };
  const { kind, receiverId } = subject.report;
  const acts = reporting.awaitedIn(status, kind);
  const received = acts.some(({ command }) => reporting.BY_RECEIVER.includes(command));
  return waitFor(subject, event, { status, acts, dueOn, ...(received ? { actingUnitId: receiverId } : {}) });
};

const obliged = ({ reportId: id, unitId, kind, period, receiverId }: DataOf<'ReportObliged'>) =>
  ({ kind: 'report', id, unitId, cycleId: null, title: titleOf(kind, period), report: { kind, receiverId } }) as const;

/** As the paper is called. */
const titleOf = (kind: reporting.ReportKind, { kind: period, year }: reporting.ReportingPeriod): string =>
  `${kind === 'OWN' ? 'Báo cáo' : 'Báo cáo tổng hợp'} ${PERIOD_NAMES[period][0]} ${String(year)}`;

/** What a proposed appointment waits for, until another administrator settles it. */
export const evolveAppointmentTask = (row: TaskRow | undefined, event: RecordedIn<'person'>): TaskRow | undefined => {
  switch (event.type) {
    case 'AppointmentProposed': {
      const { appointmentId: id, unitId, role, personId } = event.data;
      const title = `Phân công ${ROLE_NAMES[role][0]}`;
      const acts = organization.awaitedOfProposal({ personId, proposedBy: event.meta.actor.personId });
      const proposed = { kind: 'appointment', id, unitId, cycleId: null, title, personId } as const;
      return { ...waitFor(proposed, event, { status: 'PROPOSED', acts }), since: localDateOf(event.meta.recordedAt) };
    }
    case 'PersonAppointed':
    case 'AppointmentDeclined':
      return row && waitFor(row, event, { status: 'SETTLED', acts: [] });
    default:
      return row;
  }
};

type Subject = Pick<TaskRow, 'id' | 'kind' | 'unitId' | 'cycleId' | 'title'> &
  Partial<Pick<TaskRow, 'report' | 'personId'>>;

interface Wait extends Partial<Pick<TaskRow, 'actingUnitId' | 'waiting' | 'revoked'>> {
  readonly status: string;
  readonly acts: readonly AwaitedAct[];
  readonly dueOn?: string | null | undefined;
}

/** The subject now waits for these acts, of its own unit where no other is named, from the day of the event on. */
const waitFor = (
  { id, kind, unitId, cycleId, title, report = null, personId = null }: Subject,
  event: RecordedEvent,
  { status, acts, dueOn, actingUnitId = unitId, waiting = null, revoked = false }: Wait,
): TaskRow => ({
  ...{ id, kind, unitId, actingUnitId, cycleId, title, status },
  since: event.meta.effectiveOn,
  dueOn: dueOn ?? null,
  ...awaiting(acts),
  waiting,
  revoked,
  ...{ report, personId },
  position: event.position,
});

/** The acts with the roles and people they are found by. */
const awaiting = (acts: readonly AwaitedAct[]) => ({
  acts,
  roles: rolesOf(acts.filter(({ after }) => after === undefined)),
  turnsAfter: acts.find(({ after }) => after !== undefined)?.after ?? null,
  laterRoles: acts.some(({ after }) => after !== undefined)
    ? rolesOf(acts.filter(({ until }) => until === undefined))
    : [],
  persons: [...new Set(acts.flatMap(({ personId }) => personId ?? []))],
  besides: [...new Set(acts.flatMap(({ besides }) => besides ?? []))],
});

const rolesOf = (acts: readonly AwaitedAct[]): readonly string[] => [
  ...new Set(acts.filter(({ personId }) => personId === undefined).map(({ role }) => role)),
];
