import { accept, notDueDate, personsOf, reject, textMissing, tidy } from '../kernel/index.ts';
import type { Actor, Outcome, Rejected } from '../kernel/index.ts';
import type {
  CommendationRejection,
  RecordCouncilReview,
  ReturnCommendation,
  SubmitCommendation,
  VerifyCommendation,
} from './commands.ts';
import type { CommendationEvent } from './events.ts';
import type { CommendationState } from './state.ts';

type Result = Outcome<CommendationEvent, CommendationRejection>;
type Existing = Exclude<CommendationState, { readonly status: 'NONE' }>;

/** Sends it back to the proposing unit, which may put it right by `dueOn`. */
export const sendBack = ({ data, meta }: ReturnCommendation, { commendationId }: Existing): Result =>
  textMissing(data.reason, '/reason') ??
  notDueDate(data.dueOn, meta, '/dueOn') ??
  accept({
    type: 'CommendationReturned',
    data: { commendationId, reason: tidy(data.reason), dueOn: data.dueOn },
  });

export const verify = ({ data, meta }: VerifyCommendation, state: Existing): Result => {
  const own = ownProposal(state, meta.actor);
  if (own !== undefined) return own;
  const note = tidy(data.note);
  if (note === '') return reject('text-required', { pointer: '/note' });
  return accept({ type: 'CommendationVerified', data: { commendationId: state.commendationId, note } });
};

/** The council's opinion, favourable or not, on its minutes. */
export const recordCouncilReview = ({ data, facts, meta }: RecordCouncilReview, state: Existing): Result => {
  const own = ownProposal(state, meta.actor);
  if (own !== undefined) return own;
  const opinion = tidy(data.opinion);
  if (opinion === '') return reject('text-required', { pointer: '/opinion' });
  const minutes = facts.evidence.find(({ evidenceId }) => evidenceId === data.minutesId);
  if (minutes === undefined) return reject('evidence-unknown', { pointer: '/minutesId' });
  if (minutes.kind !== 'MINUTES') return reject('minutes-required', { pointer: '/minutesId' });
  const { favourable } = data;
  return accept({
    type: 'CouncilReviewRecorded',
    data: { commendationId: state.commendationId, favourable, opinion, minutes },
  });
};

/** Submits it to the body that decides; an unfavourable one too, so that its refusal is a decision as well. */
export const submit = ({ data, facts, meta }: SubmitCommendation, state: Existing): Result => {
  const own = ownProposal(state, meta.actor);
  if (own !== undefined) return own;
  const { competent, competentBodies: bodies } = facts;
  if (!competent)
    return reject('not-competent', { pointer: '/toUnitId', ...(bodies.length === 0 ? {} : { params: { bodies } }) });
  return accept({
    type: 'CommendationSubmitted',
    data: { commendationId: state.commendationId, toUnitId: data.toUnitId },
  });
};

/** Four eyes: nobody examines what they proposed or revised, nor anybody in their name. */
export const ownProposal = ({ proposedBy }: Existing, actor: Actor): Rejected<CommendationRejection> | undefined =>
  personsOf(actor).some((person) => proposedBy.includes(person)) ? reject('own-proposal') : undefined;
