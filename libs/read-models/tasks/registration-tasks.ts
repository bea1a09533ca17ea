import { registration, type DataOf } from '#domain';
import type { RecordedIn } from '#event-store';
import type { TaskRow } from './table.ts';
import { awaiting, waitFor } from './wait.ts';

/** What a registration waits for after one of its events. The team is remembered: the appraisal may be reopened. */
export const evolveRegistrationTask = (
  row: TaskRow | undefined,
  event: RecordedIn<'registration'>,
): TaskRow | undefined => {
  const subject = event.type === 'RegistrationDrafted' ? drafted(event.data) : row;
  if (subject === undefined) return undefined;
  const before = row?.team ?? [];
  const team = registration.teamAfter(before, event);
  const status = registration.statusAfter[event.type];
  if (status !== 'same') {
    const acts = registration.awaitedIn(status, team);
    return waitFor(subject, event, { status, acts, team, dueOn: registration.dueOnAfter(event) });
  }
  if (row && event.type === 'RegistrationRevised')
    return { ...row, title: event.data.form.name, position: event.position };
  return row && team !== before ? withTeam(row, event, team) : row;
};

const drafted = ({ registrationId: id, unitId, cycleId, form }: DataOf<'RegistrationDrafted'>) =>
  ({ kind: 'registration', id, unitId, cycleId, title: form.name }) as const;

/** The same wait goes on with another team. */
const withTeam = (
  row: TaskRow,
  { position }: RecordedIn<'registration'>,
  team: readonly registration.AtWork[],
): TaskRow => ({
  ...row,
  team,
  ...awaiting(registration.awaitedIn('UNDER_APPRAISAL', team)),
  position,
});
