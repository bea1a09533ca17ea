import {
  localDateOf,
  organization,
  reject,
  type Availability,
  type Instant,
  type Rejected,
  type Remark,
  type Role,
} from '#domain';
import type { DirectoryState } from '#identity';
import { faultText, REFUSALS, refusalText, type Sentence } from '#problems';
import { namedIn, type Rejection } from '#use-cases';
import { inBoth, ROLE_NAMES } from '#words';

/** Who may give a command. */
export interface WhoCan {
  readonly role: Role;
  readonly roleName: Sentence;
  readonly unitId: string;
  readonly unitName: string;
}

interface Fault {
  /** JSON pointer into what the action is about. */
  readonly pointer: string;
  readonly code: string;
  readonly sentence: Sentence;
}

/** What whoever gives a command should know before: it is not refused for it. */
export interface ToldRemark {
  readonly code: string;
  readonly sentence: Sentence;
  /** The field of the command that it is about; null where it is about the whole. */
  readonly field: string | null;
}

/** Whether a command may be given now; if not, why in words, and who may. */
export type ToldAction<Reason extends string = string> =
  | { readonly allowed: true; readonly remark?: ToldRemark }
  | {
      readonly allowed: false;
      readonly reason: Reason;
      readonly sentence: Sentence;
      /** What is wrong with each part, e.g. each item of a decision, where several are. */
      readonly faults?: readonly Fault[];
      /** By role and unit; empty when nobody can as things are. */
      readonly who: readonly WhoCan[];
    };

type Refused = Pick<Rejected<Rejection>, 'reason' | 'params'>;

const joined = (sentences: readonly Sentence[]): Sentence => ({
  vi: sentences.map(({ vi }) => vi).join(' '),
  en: sentences.map(({ en }) => en).join(' '),
});

/** A refusal in words. */
export type Sentences = (refusal: Refused) => Sentence;

/** With names in place of the ids of units and people, as they are now. */
export const sentences =
  (directory: DirectoryState, now: Instant): Sentences =>
  (refusal) => {
    const { params } = namedIn(directory, reject(refusal.reason, refusal), now);
    return refusalText(REFUSALS[refusal.reason], params);
  };

export const toldRemark = (remark: Remark<Rejection>, sayOf: Sentences): ToldRemark => ({
  ...{ code: remark.reason, sentence: sayOf(remark) },
  field: remark.pointer?.slice(1) ?? null,
});

/** What somebody may do now, as it is told. */
export const toldActions = <Type extends string, Reason extends Rejection>(
  actions: Readonly<Record<Type, Availability<Reason>>>,
  directory: DirectoryState,
  now: Instant,
): Readonly<Record<Type, ToldAction<Reason>>> => {
  const sayOf = sentences(directory, now);
  const told = (action: Availability<Reason>): ToldAction<Reason> => {
    if (action.allowed)
      return { allowed: true, ...(action.remark === undefined ? {} : { remark: toldRemark(action.remark, sayOf) }) };
    const { reason, who, also, problems = also?.problems } = action;
    return {
      ...{ allowed: false, reason },
      sentence: joined([action, ...(also === undefined ? [] : [also])].map(sayOf)),
      ...(problems === undefined
        ? {}
        : {
            faults: problems.map((fault) => ({ pointer: fault.pointer, code: fault.code, sentence: faultText(fault) })),
          }),
      who: who.map(({ role, unitId }) => {
        const unitName = organization.unitOn(directory.tree, unitId, localDateOf(now))?.name ?? '';
        return { role, roleName: inBoth(ROLE_NAMES[role]), unitId, unitName };
      }),
    };
  };
  const entries = Object.entries<Availability<Reason>>(actions).map(([type, action]) => [type, told(action)]);
  return Object.fromEntries(entries) as Record<Type, ToldAction<Reason>>;
};
