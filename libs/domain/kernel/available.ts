import type { Rejected } from './outcome.ts';
import { isOfPeople, type Actor } from './roles.ts';
import { roleRefused } from './workflow.ts';

/** Whether somebody may give a command now, and if not, why. */
export type Availability<Reason extends string> =
  { readonly allowed: true } | { readonly allowed: false; readonly reason: Reason };

/**
 * What a person may do now under the appointments that cover it, and for what they may not, why: of every command that
 * some role of people has a right to, in the order of the rights. Where no appointment fits, a refusal for anything but
 * the role tells more.
 */
export const availabilities = <Type extends string, Reason extends string>(
  rights: Readonly<Record<Type, readonly Actor['role'][]>>,
  actorsFor: (type: Type) => readonly Actor[],
  refused: (type: Type, actor: Actor) => Rejected<Reason> | undefined,
): Readonly<Record<Type, Availability<Reason | 'role-not-allowed'>>> => {
  const types = (Object.keys(rights) as Type[]).filter((type) => rights[type].some(isOfPeople));
  const entries = types.map((type) => {
    const refusals = actorsFor(type).map((actor) => roleRefused(rights[type], actor.role) ?? refused(type, actor));
    return [type, availabilityOf<Reason | 'role-not-allowed'>(refusals)];
  });
  return Object.fromEntries(entries) as Record<Type, Availability<Reason | 'role-not-allowed'>>;
};

const availabilityOf = <Reason extends string>(
  refusals: readonly (Rejected<Reason | 'role-not-allowed'> | undefined)[],
): Availability<Reason | 'role-not-allowed'> => {
  if (refusals.includes(undefined)) return { allowed: true };
  const beyondRole = refusals.find((refusal) => refusal?.reason !== 'role-not-allowed');
  return { allowed: false, reason: beyondRole?.reason ?? 'role-not-allowed' };
};
