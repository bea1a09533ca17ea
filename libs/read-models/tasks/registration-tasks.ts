import { registration, type Moving } from '#domain';
import type { RecordedIn } from '#event-store';
import { awaitedOfTeam, REGISTRATION_WAITS } from './awaited.ts';
import type { TaskRow, TeamMember } from './table.ts';
import { awaiting, waitFor } from './wait.ts';

type Moved = Extract<RecordedIn<'registration'>, { readonly type: Moving<typeof registration.statusAfter> }>;

/** What a registration waits for after one of its events. */
export const evolveRegistrationTask = (
  row: TaskRow | undefined,
  event: RecordedIn<'registration'>,
): TaskRow | undefined => {
  if (event.type === 'RegistrationDrafted') return drafted(event.data, event);
  if (!row) return undefined;
  switch (event.type) {
    case 'RegistrationRevised':
      return { ...row, title: event.data.form.name, position: event.position };
    case 'RegistrationReturned':
      return enter(row, event, event.data.dueOn);
    case 'SupplementRequired':
      return enter(row, event, event.data.dueOn);
    case 'AppraisalOpened':
      return underAppraisal(row, event, teamOf(event.data.team), event.data.dueOn);
    case 'AppraisalReopened':
      return underAppraisal(
        row,
        event,
        (row.team ?? []).map(({ personId }) => ({ personId, declared: false, scored: false })),
        null,
      );
    case 'InterestDeclared':
      return declared(row, event, event.data);
    case 'ModelScored':
      return withTeam(row, event, membersAfter(row, event.data.personId, { scored: true }));
    case 'ProgressRecorded':
    case 'InspectionRecorded':
    case 'VoteHeld':
    case 'ModelMarkedTypical':
    case 'ModelReplicated':
    case 'ModelCarriedForward':
    case 'EntryCorrected':
      return row;
    default:
      return enter(row, event);
  }
};

type Drafted = Extract<registration.RegistrationEvent, { readonly type: 'RegistrationDrafted' }>['data'];

const drafted = (data: Drafted, event: RecordedIn<'registration'>): TaskRow => ({
  id: data.registrationId,
  kind: 'registration',
  unitId: data.unitId,
  actingUnitId: data.unitId,
  cycleId: data.cycleId,
  title: data.form.name,
  status: 'DRAFT',
  since: event.meta.effectiveOn,
  dueOn: null,
  ...awaiting(REGISTRATION_WAITS.DRAFT),
  team: null,
  report: null,
  position: event.position,
});

/** The team is remembered after the appraisal: it may be reopened. */
const enter = (row: TaskRow, event: Moved, dueOn: string | null = null): TaskRow => {
  const status = registration.statusAfter[event.type];
  return waitFor(row, event, { status, acts: REGISTRATION_WAITS[status], dueOn, team: row.team });
};

const teamOf = (team: readonly { readonly personId: string }[]): TeamMember[] =>
  team.map(({ personId }) => ({ personId, declared: false, scored: false }));

const underAppraisal = (
  row: TaskRow,
  event: RecordedIn<'registration'>,
  team: readonly TeamMember[],
  dueOn: string | null,
): TaskRow => waitFor(row, event, { status: 'UNDER_APPRAISAL', acts: awaitedOfTeam(team), dueOn, team });

/** The same wait goes on with another team. */
const withTeam = (row: TaskRow, event: RecordedIn<'registration'>, team: readonly TeamMember[]): TaskRow => ({
  ...row,
  team,
  ...awaiting(awaitedOfTeam(team)),
  position: event.position,
});

const membersAfter = (row: TaskRow, personId: string, change: Partial<TeamMember>): TeamMember[] =>
  (row.team ?? []).map((member) => (member.personId === personId ? { ...member, ...change } : member));

/** A conflict removes the member from the team. */
const declared = (
  row: TaskRow,
  event: RecordedIn<'registration'>,
  data: { readonly personId: string; readonly conflict: boolean },
): TaskRow => {
  const team = membersAfter(row, data.personId, { declared: true });
  return withTeam(row, event, data.conflict ? team.filter(({ personId }) => personId !== data.personId) : team);
};
