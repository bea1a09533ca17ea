import type { Decider, Outcome, Rejected } from '../kernel/index.ts';
import { accept, isLocalDate, localDateOf, personsOf, reject, tidy } from '../kernel/index.ts';
import { amendCalendar } from './amend-calendar.ts';
import type {
  DraftRegulation,
  PublishRegulation,
  RegulationCommand,
  ReviseRegulation,
  SupersedeRegulation,
} from './commands.ts';
import type { RegulationEvent } from './events.ts';
import type { RegulationRejection } from './rejections.ts';
import { regulationRights } from './rights.ts';
import type { RegulationState } from './state.ts';
import { evolveRegulation, inForceOn, initialRegulation } from './state.ts';
import { staffingWarnings } from './steps.ts';
import { validate } from './validation/validate.ts';

type RegulationOutcome = Outcome<RegulationEvent, RegulationRejection>;
type Written = Exclude<RegulationState, { readonly status: 'NONE' }>;

/** Decides on one version of a regulation. A draft may be incomplete; what is published is sound and never changes. */
export const decideRegulation = (command: RegulationCommand, state: RegulationState): RegulationOutcome => {
  if (!regulationRights[command.type].includes(command.meta.actor.role)) return reject('role-not-allowed');
  if (command.type === 'DraftRegulation') {
    return state.status === 'NONE' ? draft(command) : reject('regulation-exists');
  }
  if (state.status === 'NONE') return reject('regulation-missing');
  switch (command.type) {
    case 'ReviseRegulation':
      return revise(command, state);
    case 'PublishRegulation':
      return publish(command, state);
    case 'SupersedeRegulation':
      return supersede(command, state);
    case 'AmendCalendar':
      return state.status === 'PUBLISHED'
        ? amendCalendar(command, state)
        : reject('regulation-not-published', { params: { status: state.status } });
  }
};

export const regulationDecider: Decider<RegulationState, RegulationEvent> & {
  readonly decide: typeof decideRegulation;
} = { initial: initialRegulation, evolve: evolveRegulation, decide: decideRegulation };

const draft = ({ data, facts }: DraftRegulation): RegulationOutcome =>
  facts.unitActive ? accept({ type: 'RegulationDrafted', data }) : reject('unit-not-active', { pointer: '/unitId' });

const revise = ({ data }: ReviseRegulation, state: Written): RegulationOutcome =>
  state.status === 'DRAFT'
    ? accept({ type: 'RegulationRevised', data: { regulationId: state.regulationId, content: data.content } })
    : reject('regulation-not-draft', { params: { status: state.status } });

/** Four eyes: nobody who drafted or revised it, nor anybody in their name, puts it in force. */
const publish = ({ data, facts, meta }: PublishRegulation, state: Written): RegulationOutcome => {
  if (state.status !== 'DRAFT') return reject('regulation-not-draft', { params: { status: state.status } });
  if (personsOf(meta.actor).some((person) => state.authors.includes(person))) return reject('drafter-publishes');
  const number = tidy(data.number);
  if (number === '') return reject('number-missing', { pointer: '/number' });
  const badDates = datesWrong(data, meta.at);
  if (badDates) return badDates;
  const problems = validate(state.content, facts.unitKinds);
  if (problems.length > 0) return reject('regulation-invalid', { problems });
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
  if (issuedOn > localDateOf(at)) return reject('issued-in-future', { pointer: '/issuedOn' });
  return from < issuedOn ? reject('dates-out-of-order', { pointer: '/from' }) : undefined;
};

const supersede = ({ data, facts: { successor } }: SupersedeRegulation, state: Written): RegulationOutcome => {
  const pointer = '/byRegulationId';
  if (state.status !== 'PUBLISHED') return reject('regulation-not-published', { params: { status: state.status } });
  if (successor === undefined || successor.status === 'NONE') return reject('successor-missing', { pointer });
  if (successor.regulationId === state.regulationId || successor.unitId !== state.unitId) {
    return reject('successor-unfit', { pointer });
  }
  if (!isLocalDate(data.from)) return reject('date-invalid', { pointer: '/from' });
  if (data.from <= state.from) return reject('dates-out-of-order', { pointer: '/from' });
  if (!inForceOn(successor, data.from)) return reject('successor-not-in-force', { pointer });
  return accept({
    type: 'RegulationSuperseded',
    data: { regulationId: state.regulationId, byRegulationId: data.byRegulationId, from: data.from },
    effectiveOn: data.from,
  });
};
