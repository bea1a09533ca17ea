import {
  accept,
  addDays,
  decideBy,
  isLocalDate,
  localDateOf,
  notBefore,
  numberAsWritten,
  personsOf,
  reject,
} from '../kernel/index.ts';
import type { Actor, Outcome, Rejected, StateFor } from '../kernel/index.ts';
import { amendCalendar } from './amend-calendar.ts';
import type {
  DraftRegulation,
  PublishRegulation,
  RegulationCommand,
  RegulationRejection,
  ReviseRegulation,
  SupersedeRegulation,
} from './commands.ts';
import type { RegulationEvent } from './events.ts';
import { rights } from './rights.ts';
import { evolve, transitions } from './evolve.ts';
import { forceOf, inForceOn, initial, type RegulationState } from './state.ts';
import { staffingWarnings } from './steps.ts';
import { validate } from './validation/validate.ts';

type RegulationOutcome = Outcome<RegulationEvent, RegulationRejection>;
type In<Type extends RegulationCommand['type']> = StateFor<typeof transitions, RegulationState, Type>;

/** Decides on one version of a regulation. A draft may be incomplete; what is published is sound and never changes. */
export const decide = decideBy<
  RegulationCommand,
  RegulationEvent,
  RegulationState,
  RegulationRejection,
  typeof transitions
>({
  rights,
  transitions,
  notAllowed: (state, command) => wrongStatus(state, command),
  decisions: {
    DraftRegulation: (command) => draft(command),
    ReviseRegulation: (command, state) => revise(command, state),
    PublishRegulation: (command, state) => publish(command, state),
    SupersedeRegulation: (command, state) => supersede(command, state),
    AmendCalendar: amendCalendar,
  },
});

/** The refusal of a command that the status does not allow. */
export const wrongStatus = (
  { status }: Pick<RegulationState, 'status'>,
  { type }: Pick<RegulationCommand, 'type'>,
): Rejected<RegulationRejection> => {
  if (type === 'DraftRegulation') return reject('regulation-exists');
  if (status === 'NONE') return reject('regulation-missing');
  const isOfDrafts = type === 'ReviseRegulation' || type === 'PublishRegulation';
  return reject(isOfDrafts ? 'regulation-not-draft' : 'regulation-not-published', {
    params: { regulationStatus: status },
  });
};

/** Stream `regulation-<regulationId>`. */
export const decider = { initial, evolve, decide };

const draft = ({ data, facts }: DraftRegulation): RegulationOutcome =>
  facts.unitActive
    ? accept({ type: 'RegulationDrafted', data })
    : reject('unit-not-active', { pointer: '/unitId', params: { unit: data.unitId } });

const revise = ({ data }: ReviseRegulation, { regulationId }: In<'ReviseRegulation'>): RegulationOutcome =>
  accept({ type: 'RegulationRevised', data: { regulationId, content: data.content } });

/** Four eyes: nobody who drafted or revised it, nor anybody in their name, puts it in force. */
export const publisherRefusal = (
  { authors }: Pick<In<'PublishRegulation'>, 'authors'>,
  actor: Actor,
): Rejected<RegulationRejection> | undefined =>
  personsOf(actor).some((person) => authors.includes(person)) ? reject('drafter-publishes') : undefined;

/** Why its text cannot be put in force: with everything that is wrong with it. */
export const notToPublish = (
  { content }: In<'PublishRegulation'>,
  { unitKinds }: Pick<PublishRegulation['facts'], 'unitKinds'>,
): Rejected<RegulationRejection> | undefined => {
  const problems = validate(content, unitKinds);
  return problems.length > 0
    ? reject('regulation-invalid', { problems, params: { count: problems.length } })
    : undefined;
};

/** An illustrative one is put in force by who says so. */
export const illustrativeRefusal = ({
  illustrative,
}: In<'PublishRegulation'>['content']): Rejected<'regulation-illustrative'> | undefined =>
  illustrative ? reject('regulation-illustrative', { pointer: '/illustrative' }) : undefined;

const publish = ({ data, facts, meta }: PublishRegulation, state: In<'PublishRegulation'>): RegulationOutcome => {
  const own = publisherRefusal(state, meta.actor);
  if (own !== undefined) return own;
  const number = numberAsWritten(data.number);
  if (number === '') return reject('number-missing', { pointer: '/number' });
  const badDates = datesWrong(data, meta.at);
  if (badDates) return badDates;
  const invalid = notToPublish(state, facts);
  if (invalid !== undefined) return invalid;
  const illustrative = data.illustrative === true ? undefined : illustrativeRefusal(state.content);
  if (illustrative !== undefined) return illustrative;
  if (facts.numberOf !== undefined)
    return reject('regulation-number-taken', { pointer: '/number', params: { number, regulation: facts.numberOf } });
  const warnings = staffingWarnings(state.content, facts.eligible);
  const { issuedOn, from } = data;
  const published = { regulationId: state.regulationId, number, issuedOn, from, warnings };
  return accept({ type: 'RegulationPublished', data: published, effectiveOn: from });
};

const datesWrong = (
  { issuedOn, from }: PublishRegulation['data'],
  at: string,
): Rejected<RegulationRejection> | undefined => {
  if (!isLocalDate(issuedOn)) return reject('date-invalid', { pointer: '/issuedOn' });
  if (!isLocalDate(from)) return reject('date-invalid', { pointer: '/from' });
  const today = localDateOf(at);
  if (issuedOn > today) return reject('issued-in-future', { pointer: '/issuedOn', params: { date: issuedOn, today } });
  return notBefore(from, issuedOn, '/from', 'ISSUED');
};

const supersede = (
  { data, facts: { successor } }: SupersedeRegulation,
  state: In<'SupersedeRegulation'>,
): RegulationOutcome => {
  const pointer = '/byRegulationId';
  if (successor === undefined || successor.status === 'NONE') return reject('successor-missing', { pointer });
  const { title } = successor.content;
  if (successor.regulationId === state.regulationId) return reject('successor-unfit', { pointer });
  if (successor.unitId !== state.unitId)
    return reject('successor-unfit', { pointer, params: { regulation: title, unit: successor.unitId } });
  if (!isLocalDate(data.from)) return reject('date-invalid', { pointer: '/from' });
  if (data.from <= state.from)
    return reject('dates-out-of-order', { pointer: '/from', params: { notBefore: addDays(state.from, 1) } });
  if (!inForceOn(successor, data.from))
    return reject('successor-not-in-force', { pointer, params: { date: data.from, ...forceOf(successor) } });
  return accept({
    type: 'RegulationSuperseded',
    data: { regulationId: state.regulationId, byRegulationId: data.byRegulationId, from: data.from },
    effectiveOn: data.from,
  });
};
