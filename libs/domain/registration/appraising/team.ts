import { reject } from '../../kernel/index.ts';
import type { RegulationContent } from '../../regulation/events.ts';
import type { Refusal } from '../checks.ts';
import type { OpenAppraisal } from '../commands.ts';
import type { Appraisal, Core, RegistrationState } from '../state.ts';

type Rules = RegulationContent['appraisal'];

/**
 * Four eyes and the regulation, for a whole team: enough members, each once, each eligible, and each clean of the
 * registration. Four eyes counts persons, whatever role they acted in.
 */
export const teamRefused = ({ data, facts }: OpenAppraisal, core: Core, left: Left, rules: Rules): Refusal => {
  if (data.team.length < rules.minMembers) {
    return reject('team-too-small', {
      pointer: '/team',
      params: { minMembers: rules.minMembers, members: data.team.length },
    });
  }
  return firstRefusal(data.team, (personId, pointer) =>
    data.team.indexOf(personId) !== data.team.lastIndexOf(personId)
      ? reject('member-twice', { pointer, params: { member: personId } })
      : memberRefused(personId, { members: facts.members, core, left, rules }, { pointer }),
  );
};

/** Who had to leave the team that was named before. */
type Left = Pick<Appraisal, 'conflicted' | 'removed'>;

/** Who had to leave the team there is; nobody where there is none. */
export const leftBefore = (state: RegistrationState): Left =>
  state.status === 'UNDER_APPRAISAL' ? state.appraisal : { conflicted: [], removed: [] };

/** What is known of those who may be named, of the registration and its rules. */
export interface Candidacy {
  readonly members: OpenAppraisal['facts']['members'];
  readonly core: Core;
  readonly left: Left;
  readonly rules: Rules;
}

/** Why a person cannot be on the team, whoever else is; nothing when they can. */
export const memberRefused = (
  personId: string,
  { members, core, left, rules }: Candidacy,
  where: { readonly pointer?: string } = {},
): Refusal => {
  const at = { ...where, params: { member: personId } };
  const known = members.find((member) => member.personId === personId);
  if (left.removed.includes(personId)) return reject('member-from-registering-unit', at);
  if (known?.eligible !== true) return reject('member-not-eligible', at);
  if (core.authors.includes(personId)) return reject('member-drafted-or-submitted', at);
  if (left.conflicted.includes(personId)) return reject('member-has-conflict', at);
  const own = known.unitId === core.unitId || known.unitIds.includes(core.unitId);
  return rules.noneFromRegisteringUnit && own ? reject('member-from-registering-unit', at) : undefined;
};

/**
 * How long whoever left a unit counts as of it, in days: a year, which is as long as a cycle, so that nobody judges work
 * they had a part in.
 */
export const JUST_LEFT_DAYS = 365;

/** What the rules allow of a member who belongs to the registering unit, or left it lately. */
export const mayStay = (rules: Rules, fromRegisteringUnit: boolean): boolean =>
  !(rules.noneFromRegisteringUnit && fromRegisteringUnit);

/** A second team is named only when too few are left, or after a reopening before anybody scored again. */
export const teamMayBeReplaced = ({ team, reopened }: Appraisal, { minMembers }: Rules): boolean =>
  team.length < minMembers || (reopened && team.every(({ scores }) => scores === undefined));

const firstRefusal = (team: readonly string[], check: (personId: string, pointer: string) => Refusal): Refusal => {
  for (const [index, personId] of team.entries()) {
    const refusal = check(personId, `/team/${String(index)}`);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
};
