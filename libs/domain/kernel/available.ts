import type { Rejected } from './outcome.ts';
import { isOfPeople, type Actor, type Role } from './roles.ts';
import { roleNotAllowed } from './workflow.ts';

/** A role in a unit. */
export interface Post {
  readonly role: Role;
  readonly unitId: string;
}

/** Whether somebody may give a command now; if not, why, and who may: nobody, when something stands in everybody's way. */
export type Availability<Reason extends string> =
  | {
      readonly allowed: true;
      /** What it takes besides, in the field that is pointed to, or what it leads to. */
      readonly remark?: Remark<Reason>;
    }
  | (Told<Reason> & {
      readonly allowed: false;
      readonly who: readonly Post[];
      /** Once nothing stands in everybody's way: why it is not the asker's even then. */
      readonly also?: Told<'role-not-allowed'>;
    });

/** What whoever gives a command should know before; the command is not refused for it. */
export type Remark<Reason extends string> = Pick<Rejected<Reason>, 'reason' | 'params' | 'pointer'>;

type Told<Reason extends string> = Pick<Rejected<Reason>, 'reason' | 'params' | 'problems'>;

/** As whom somebody may act for a unit, and as whom all may who hold an appointment that covers it. */
export interface Company {
  readonly mine: readonly Actor[];
  readonly everybody: readonly Actor[];
}

/** What stands in the way of a command: whoever gives it, or for one who would give it. */
export interface Obstacles<Type extends string, Reason extends string> {
  readonly standing: (type: Type) => Rejected<Reason> | undefined;
  readonly personal: (type: Type, actor: Actor) => Rejected<Reason> | undefined;
  /** What stands in the way of others is not told the asker: only whose it is by role, whatever the state. */
  readonly untold?: (type: Type) => boolean;
  /** What one who may give it should know. */
  readonly remark?: (type: Type, actor: Actor) => Remark<Reason> | undefined;
}

/**
 * What a person may do now under the appointments that cover it, and for what they may not, why and who may: of every
 * command that some role of people has a right to, in the order of the rights. What stands in everybody's way tells more
 * than the role, which is told besides where it is not the asker's either; so does what stands in one's own.
 */
export const availabilities = <Type extends string, Reason extends string>(
  rights: Readonly<Record<Type, readonly Actor['role'][]>>,
  companyFor: (type: Type) => Company,
  { standing, personal, untold = () => false, remark = () => undefined }: Obstacles<Type, Reason>,
): Readonly<Record<Type, Availability<Reason | 'role-not-allowed'>>> => {
  const availabilityOf = (type: Type): Availability<Reason | 'role-not-allowed'> => {
    const refusal = standing(type);
    const secret = untold(type);
    const { mine, everybody } = companyFor(type);
    const fitting = (actors: readonly Actor[]) => actors.filter(({ role }) => rights[type].includes(role));
    const own = fitting(mine);
    if (refusal !== undefined && !(secret && refusal.reason !== 'wrong-status'))
      return { ...notAllowed(refusal, []), ...(own.length > 0 ? {} : { also: toldOf(roleNotAllowed(rights[type])) }) };
    const refusals = own.map((actor) => personal(type, actor));
    const able = own.find((_, index) => refusals[index] === undefined);
    if (refusal === undefined && able !== undefined) return allowedWith(remark(type, able));
    const others = fitting(everybody).filter((actor) => secret || personal(type, actor) === undefined);
    return notAllowed<Reason | 'role-not-allowed'>(refusals[0] ?? roleNotAllowed(rights[type]), others);
  };
  const types = (Object.keys(rights) as Type[]).filter((type) => rights[type].some(isOfPeople));
  return Object.fromEntries(types.map((type) => [type, availabilityOf(type)])) as never;
};

const allowedWith = <Reason extends string>(remark: Remark<Reason> | undefined) => {
  if (remark === undefined) return { allowed: true as const };
  const { reason, params, pointer } = remark;
  const told = { ...(params === undefined ? {} : { params }), ...(pointer === undefined ? {} : { pointer }) };
  return { allowed: true as const, remark: { reason, ...told } };
};

const notAllowed = <Reason extends string>(refusal: Rejected<Reason>, able: readonly Actor[]) => ({
  allowed: false as const,
  ...toldOf(refusal),
  who: postsOf(able),
});

const toldOf = <Reason extends string>({ reason, params, problems }: Rejected<Reason>): Told<Reason> => ({
  reason,
  ...(params === undefined ? {} : { params }),
  ...(problems === undefined ? {} : { problems }),
});

/** Each post once. */
const postsOf = (actors: readonly Actor[]): readonly Post[] => {
  const posts = actors.flatMap(({ role, unitId }) => (isOfPeople(role) ? [{ role, unitId }] : []));
  return [...new Map(posts.map((post) => [`${post.role} ${post.unitId}`, post])).values()];
};
