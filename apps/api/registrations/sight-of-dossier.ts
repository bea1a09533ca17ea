import type { registration } from '#domain';
import type { SeenRegistration } from '#use-cases';
import { Refusal } from '../http/problem/problem.ts';

/**
 * How much of the dossier somebody is told who sees the registration. A member of the team who has yet to declare their
 * interests is asked to; anybody else who is told the name and the unit only is told no more.
 */
export const sightOfDossier = (
  { state, sight }: SeenRegistration,
  personId: string,
): Exclude<registration.Sight, 'NAME'> => {
  if (sight !== 'NAME') return sight;
  const team = 'appraisal' in state ? state.appraisal.team : [];
  throw new Refusal(team.some((member) => member.personId === personId) ? 'interest-not-declared' : 'forbidden');
};
