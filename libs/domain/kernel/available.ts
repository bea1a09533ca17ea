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
      /** What would stand in the way even then. */
      readonly also?: Told<Reason>;
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
  /** The status does not admit it; the others are asked only where it does. */
  readonly status: (type: Type) => Rejected<Reason> | undefined;
  readonly standing?: (type: Type) => Rejected<Reason> | undefined;
  readonly personal?: (type: Type, actor: Actor) => Rejected<Reason> | undefined;
  /** What stands in the way of others is not told the asker: only whose it is by role, whatever the state. */
  readonly untold?: (type: Type) => boolean;
  /** What one who may give it should know. */
  readonly remark?: (type: Type, actor: Actor) => Remark<Reason> | undefined;
}

/**
 * What a person may do now under the appointments that cover it, and for what they may not, why and who may: of every
 * command that some role of people has a right to, in the order of the rights. What stands in the way is told in the
 * order in which the command is refused: the role, the status, what is one's own, what stands in everybody's way.
 */
export const availabilities = <Type extends string, Reason extends string>(
  rights: Readonly<Record<Type, readonly Actor['role'][]>>,
  companyFor: (type: Type) => Company,
  obstacles: Obstacles<Type, Reason>,
): Readonly<Record<Type, Availability<Reason | 'role-not-allowed'>>> => {
  const { status, standing = none, personal = none, untold = () => false, remark = none } = obstacles;
  type Any = Reason | 'role-not-allowed';
  const availabilityOf = (type: Type): Availability<Any> => {
    const { mine, everybody } = companyFor(type);
    const fitting = (actors: readonly Actor[]) => actors.filter(({ role }) => rights[type].includes(role));
    const own = fitting(mine);
    const role = roleNotAllowed(rights[type]);
    const unfit = status(type);
    if (unfit !== undefined) return notAllowed<Any>(own.length > 0 ? [unfit] : [role, unfit], []);
    const refusals = own.map((actor) => personal(type, actor));
    const able = own.find((_, index) => refusals[index] === undefined);
    const inTheWay = standing(type);
    if (inTheWay === undefined && able !== undefined) return allowedWith(remark(type, able));
    const mineAlone = able === undefined && own.length > 0 ? refusals[0] : undefined;
    if (inTheWay === undefined || untold(type)) {
      const others = fitting(everybody).filter((actor) => untold(type) || personal(type, actor) === undefined);
      return notAllowed<Any>([mineAlone ?? role], others);
    }
    const first = own.length === 0 ? role : mineAlone;
    return notAllowed<Any>(
      first === undefined || first.reason === inTheWay.reason ? [inTheWay] : [first, inTheWay],
      [],
    );
  };
  const types = (Object.keys(rights) as Type[]).filter((type) => rights[type].some(isOfPeople));
  return Object.fromEntries(types.map((type) => [type, availabilityOf(type)])) as never;
};

const none = () => undefined;

const allowedWith = <Reason extends string>(remark: Remark<Reason> | undefined) => {
  if (remark === undefined) return { allowed: true as const };
  const { reason, params, pointer } = remark;
  const told = { ...(params === undefined ? {} : { params }), ...(pointer === undefined ? {} : { pointer }) };
  return { allowed: true as const, remark: { reason, ...told } };
};

/** The first reason, and the second where there is one. */
const notAllowed = <Reason extends string>(
  [first, second]: readonly [Rejected<Reason>, Rejected<Reason>?],
  able: readonly Actor[],
) => ({
  allowed: false as const,
  ...toldOf(first),
  who: postsOf(able),
  ...(second === undefined ? {} : { also: toldOf(second) }),
});

const toldOf = <Reason extends string>({ reason, params, problems }: Rejected<Reason>): Told<Reason> => ({
  reason,
  ...(params === undefined ? {} : { params }),
  ...(problems === undefined ? {} : { problems }),
});

/** The posts of people, each once. */
export const postsOf = (actors: readonly Actor[]): readonly Post[] => {
  const posts = actors.flatMap(({ role, unitId }) => (isOfPeople(role) ? [{ role, unitId }] : []));
  return [...new Map(posts.map((post) => [`${post.role} ${post.unitId}`, post])).values()];
};
