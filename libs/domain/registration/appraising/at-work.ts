import type { RegistrationEvent } from '../events.ts';

/** A member of an appraisal team, and how far they are. */
export interface AtWork {
  readonly personId: string;
  readonly declared: boolean;
  readonly scored: boolean;
}

/** The team after an event, as one learns it who only sees the events go by; the same array where nothing changed. */
export const teamAfter = (team: readonly AtWork[], { type, data }: RegistrationEvent): readonly AtWork[] => {
  if (type === 'AppraisalOpened')
    return data.team.map(({ personId }) => ({ personId, declared: false, scored: false }));
  if (type === 'AppraisalReopened') return team.map((member) => ({ ...member, scored: false }));
  if (type === 'ModelScored') return changed(team, data.personId, { scored: true });
  if (type === 'AppraiserRemoved') return team.filter(({ personId }) => personId !== data.personId);
  if (type !== 'InterestDeclared') return team;
  const { personId, conflict } = data;
  return conflict ? team.filter((member) => member.personId !== personId) : changed(team, personId, { declared: true });
};

const changed = (team: readonly AtWork[], personId: string, change: Partial<AtWork>): readonly AtWork[] =>
  team.map((member) => (member.personId === personId ? { ...member, ...change } : member));
