import { localDateOf, organization, reject, type Availability, type Instant, type Rejected, type Role } from '#domain';
import type { DirectoryState } from '#identity';
import { faultText, REFUSALS, refusalText, type Sentence } from '#problems';
import { namedIn, type Rejection } from '#use-cases';
import { ROLE_NAMES } from '#words';

/** Who may give a command that somebody may not give. */
interface WhoCan {
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

/** Whether a command may be given now; if not, why in words, and who may. */
export type ToldAction<Reason extends string = string> =
  | { readonly allowed: true }
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

/** What somebody may do now, as it is told. */
export const toldActions = <Type extends string, Reason extends Rejection>(
  actions: Readonly<Record<Type, Availability<Reason>>>,
  directory: DirectoryState,
  now: Instant,
): Readonly<Record<Type, ToldAction<Reason>>> => {
  const told = (action: Availability<Reason>): ToldAction<Reason> => {
    if (action.allowed) return action;
    const { reason, who, also, problems } = action;
    const sentenceOf = (refusal: Refused): Sentence => {
      const { params } = namedIn(directory, reject(refusal.reason, refusal), now);
      return refusalText(REFUSALS[refusal.reason], params);
    };
    return {
      ...{ allowed: false, reason },
      sentence: joined([action, ...(also === undefined ? [] : [also])].map(sentenceOf)),
      ...(problems === undefined
        ? {}
        : {
            faults: problems.map((fault) => ({ pointer: fault.pointer, code: fault.code, sentence: faultText(fault) })),
          }),
      who: who.map(({ role, unitId }) => {
        const [vi, en] = ROLE_NAMES[role];
        const unitName = organization.unitOn(directory.tree, unitId, localDateOf(now))?.name ?? '';
        return { role, roleName: { vi, en }, unitId, unitName };
      }),
    };
  };
  const entries = Object.entries<Availability<Reason>>(actions).map(([type, action]) => [type, told(action)]);
  return Object.fromEntries(entries) as Record<Type, ToldAction<Reason>>;
};
