import { reject } from '../../kernel/index.ts';
import type { RegulationContent } from '../../regulation/events.ts';
import type { Refusal } from '../checks.ts';
import type { OpenAppraisal } from '../commands.ts';
import type { Appraisal, Core } from '../state.ts';

type Rules = RegulationContent['appraisal'];

/**
 * Four eyes and the regulation, for a whole team: enough members, each once, each eligible, and each clean of the
 * registration. Four eyes counts persons, whatever role they acted in.
 */
export const teamRefused = (
  { data, facts }: OpenAppraisal,
  core: Core,
  { conflicted, removed }: Pick<Appraisal, 'conflicted' | 'removed'>,
  rules: Rules,
): Refusal => {
  if (data.team.length < rules.minMembers) {
    return reject('team-too-small', { pointer: '/team', params: { minMembers: rules.minMembers } });
  }
  return firstRefusal(data.team, (personId, pointer) =>
    data.team.indexOf(personId) !== data.team.lastIndexOf(personId)
      ? reject('member-twice', { pointer })
      : removed.includes(personId)
        ? reject('member-from-registering-unit', { pointer })
        : memberRefused(personId, facts.members, pointer, core, conflicted, rules),
  );
};

const memberRefused = (
  personId: string,
  members: OpenAppraisal['facts']['members'],
  pointer: string,
  core: Core,
  conflicted: readonly string[],
  rules: Rules,
): Refusal => {
  const known = members.find((member) => member.personId === personId);
  if (known?.eligible !== true) return reject('member-not-eligible', { pointer });
  if (core.authors.includes(personId)) return reject('member-drafted-or-submitted', { pointer });
  if (conflicted.includes(personId)) return reject('member-has-conflict', { pointer });
  const own = known.unitId === core.unitId || known.unitIds.includes(core.unitId);
  return rules.noneFromRegisteringUnit && own ? reject('member-from-registering-unit', { pointer }) : undefined;
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
