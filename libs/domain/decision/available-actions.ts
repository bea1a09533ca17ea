import { availabilities, isAllowed, personsOf, reject } from '../kernel/index.ts';
import type { Actor, Availability as Available, Company, Rejected } from '../kernel/index.ts';
import type { Refusal } from './checks.ts';
import type { DecisionCommand, DecisionRejection, FreezeDecision, IssueDecision } from './commands.ts';
import { notToFreeze } from './freeze.ts';
import { itemsDropOut, notToIssue, signerRefusal } from './issue.ts';
import type { NumberingRejection } from './numbering/commands.ts';
import { rights } from './rights.ts';
import { transitions, wrongStatus, type DecisionState } from './state.ts';

/** The commands a person can give to a decision that was drafted. */
export type ActionType = Exclude<DecisionCommand['type'], 'DraftDecision' | 'RecordItemResults'>;

type Reason = DecisionRejection | Extract<NumberingRejection, 'number-unknown'>;

export type Availability = Available<Reason>;

const { DraftDecision: _, RecordItemResults: __, ...ofDrafted } = rights;

/** What the items say today, and the number books. */
export interface Today extends Omit<IssueDecision['facts'], 'itemsReadyOn'> {
  /** Of a draft. */
  readonly items: FreezeDecision['facts']['items'];
  /** A number was taken for the decision that it does not bear. */
  readonly holdsNumber: boolean;
}

type Existing = Exclude<DecisionState, { readonly status: 'NONE' }>;

/**
 * What a person may do with a decision today under the appointments that cover its body, and for what they may not, why
 * and who may. What it, its items and the competence of its body know is judged: a command may still be refused for its
 * data.
 */
export const availableActions = (
  state: Existing,
  company: Company,
  today: Today,
): Readonly<Record<ActionType, Availability>> =>
  availabilities<ActionType, Reason>(ofDrafted, () => company, {
    status: (type) => (isAllowed(transitions, type, state.status) ? undefined : wrongStatus(state, { type })),
    standing: (type) => standing(type, state, today),
    personal: (type, actor) => personal(type, state, actor, today),
    remark: (type, actor) => {
      if (type === 'IssueDecision') return itemsDropOut(today);
      if (type === 'FreezeDecision') return notToBeSigned(today, personsOf(actor), company.everybody);
      if (type !== 'CancelDraft' || state.status !== 'FROZEN') return undefined;
      return notToBeSigned(today, state.frozenBy, company.everybody);
    },
  });

/** Why the list could not be signed today by anybody, were it frozen by these. */
const notToBeSigned = (today: Today, frozenBy: readonly string[], everybody: readonly Actor[]): Refusal => {
  const isLeft = (signer: Actor): boolean =>
    rights.IssueDecision.includes(signer.role) && signerRefusal(today, { frozenBy }, signer) === undefined;
  return notToIssue(today) ?? (everybody.some(isLeft) ? undefined : reject('nobody-to-sign'));
};

const standing = (type: ActionType, state: Existing, today: Today): Rejected<Reason> | undefined => {
  if (type === 'FreezeDecision' && state.status === 'DRAFT') return notToFreeze(state, today.items);
  if (type === 'IssueDecision') return notToIssue(today);
  if (type !== 'RefuseNumber' || today.holdsNumber) return undefined;
  return 'documentNumber' in state
    ? reject('number-in-use', { params: { number: state.documentNumber.text } })
    : reject('number-unknown');
};

const personal = (type: ActionType, state: Existing, actor: Actor, today: Today): Refusal =>
  type === 'IssueDecision' && state.status === 'FROZEN' ? signerRefusal(today, state, actor) : undefined;
