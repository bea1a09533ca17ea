import { availabilities, isAllowed, personsOf, reject } from '../kernel/index.ts';
import type { Actor, Availability as Available, Company, Rejected } from '../kernel/index.ts';
import type { PublishRegulation, RegulationCommand, RegulationRejection } from './commands.ts';
import { illustrativeRefusal, notToPublish, publisherRefusal, wrongStatus } from './decide.ts';
import { transitions } from './evolve.ts';
import { rights } from './rights.ts';
import type { RegulationState } from './state.ts';

/** The commands a person can give to a regulation that was drafted. */
export type ActionType = Exclude<RegulationCommand['type'], 'DraftRegulation'>;

export type Availability = Available<RegulationRejection>;

const { DraftRegulation: _, ...ofDrafted } = rights;

type Existing = Exclude<RegulationState, { readonly status: 'NONE' }>;

/** What is so today around a regulation. */
export interface Today extends Pick<PublishRegulation['facts'], 'unitKinds'> {
  /** Another regulation of the unit was published: it may succeed. */
  readonly hasSuccessor: boolean;
}

/**
 * What a person may do with a regulation today under the appointments that cover its unit, and for what they may not, why
 * and who may. What its text and its authors know is judged: a command may still be refused for its data.
 */
export const availableActions = (
  state: Existing,
  company: Company,
  today: Today,
): Readonly<Record<ActionType, Availability>> =>
  availabilities<ActionType, RegulationRejection>(ofDrafted, () => company, {
    status: (type) => (isAllowed(transitions, type, state.status) ? undefined : wrongStatus(state, { type })),
    standing: (type) => standing(type, state, today),
    personal: (type, actor) => personal(type, state, actor),
    remark: (type, actor) => {
      if (type === 'PublishRegulation') return onPurpose(state);
      return type === 'ReviseRegulation' ? toStayDraft(state, actor, company.everybody) : undefined;
    },
  });

/** What whoever puts it in force says besides. */
const onPurpose = (state: Existing): Refusal =>
  state.status === 'DRAFT' ? illustrativeRefusal(state.content) : undefined;

/** Why nobody could put it in force, were it revised by this person now. */
const toStayDraft = (state: Existing, reviser: Actor, everybody: readonly Actor[]): Refusal => {
  const revised = { authors: [...state.authors, ...personsOf(reviser)] };
  const isLeft = (actor: Actor): boolean =>
    rights.PublishRegulation.includes(actor.role) && publisherRefusal(revised, actor) === undefined;
  return everybody.some(isLeft) ? undefined : reject('nobody-to-publish');
};

type Refusal = Rejected<RegulationRejection> | undefined;

const standing = (type: ActionType, state: Existing, today: Today): Refusal => {
  if (type === 'PublishRegulation' && state.status === 'DRAFT') return notToPublish(state, today);
  return type === 'SupersedeRegulation' && !today.hasSuccessor ? reject('successor-missing') : undefined;
};

const personal = (type: ActionType, state: Existing, actor: Actor): Refusal =>
  type === 'PublishRegulation' && state.status === 'DRAFT' ? publisherRefusal(state, actor) : undefined;
