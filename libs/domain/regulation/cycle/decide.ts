import {
  accept,
  citation,
  dateInvalid,
  decideBy,
  isLocalDate,
  localDateOf,
  notPastDay,
  reject,
  tidy,
} from '../../kernel/index.ts';
import type { Outcome, Rejected } from '../../kernel/index.ts';
import { forceOf, inForceOn } from '../state.ts';
import type { CloseCycle, CycleCommand, CycleRejection, ExtendDeadline, OpenCycle } from './commands.ts';
import { datesOf, inOrder, originalDeadlines, type CycleDates } from './deadlines.ts';
import type { CycleEvent } from './events.ts';
import { rights } from './rights.ts';
import { deadlineOf, evolve, initial, transitions, type CycleState, type OpenedCycle } from './state.ts';

type CycleOutcome = Outcome<CycleEvent, CycleRejection>;
type Refusal = Rejected<CycleRejection>;
type CycleOpened = Extract<CycleEvent, { readonly type: 'CycleOpened' }>['data'];

const DEADLINES = ['registrationDeadline', 'dossierDeadline', 'appraisalDeadline'] as const;
const STEP_OF = {
  registrationDeadline: 'REGISTRATION',
  dossierDeadline: 'DOSSIER',
  appraisalDeadline: 'APPRAISAL',
} as const;

/** Decides on one cycle of the movement: a year, or a phase of several. */
export const decide = decideBy<CycleCommand, CycleEvent, CycleState, CycleRejection, typeof transitions>({
  rights,
  transitions,
  notAllowed: (state, command) => wrongStatus(state, command),
  decisions: {
    OpenCycle: (command) => open(command),
    ExtendDeadline: (command, state) => extendDeadline(command, state),
    CloseCycle: (command, state) => close(command, state),
  },
});

/** The refusal of a command that the status does not allow. */
export const wrongStatus = (state: CycleState, { type }: Pick<CycleCommand, 'type'>): Rejected<CycleRejection> => {
  if (type === 'OpenCycle') return reject('cycle-exists');
  return state.status === 'NONE' ? reject('cycle-missing') : reject('cycle-closed', { params: { cycle: state.name } });
};

/** Stream `cycle-<cycleId>`. */
export const decider = { initial, evolve, decide };

const open = ({ data, facts, meta }: OpenCycle): CycleOutcome => {
  const name = tidy(data.name);
  const movement = tidy(data.movement);
  if (facts.unitPath.length === 0)
    return reject('unit-not-active', { pointer: '/unitId', params: { unit: data.unitId } });
  if (name === '') return reject('name-empty', { pointer: '/name' });
  if (movement === '') return reject('name-empty', { pointer: '/movement' });
  if (data.untilYear !== undefined && data.untilYear < data.year) {
    return reject('years-out-of-order', {
      pointer: '/untilYear',
      params: { year: data.year, untilYear: data.untilYear },
    });
  }
  const { regulation } = facts;
  if (regulation === undefined || regulation.status === 'NONE') {
    return reject('regulation-missing', { pointer: '/regulationId' });
  }
  if (!facts.unitPath.includes(regulation.unitId)) {
    const params = { regulation: regulation.content.title, unit: regulation.unitId };
    return reject('regulation-of-another-unit', { pointer: '/regulationId', params });
  }
  if (!inForceOn(regulation, localDateOf(meta.at))) {
    return reject('regulation-not-in-force', { pointer: '/regulationId', params: forceOf(regulation) });
  }
  const dates = datesOf(regulation.content);
  const opened = { ...dates, ...data, name, movement };
  const refusal = datesWrong(opened) ?? outsideYears(opened);
  if (refusal) return refusal;
  if (facts.alreadyOpen !== undefined)
    return reject('cycle-open-already', { pointer: '/movement', params: { cycle: facts.alreadyOpen } });
  return accept({ type: 'CycleOpened', data: opened });
};

/** A deadline of another year is mostly that of the regulation of before, taken over unread. */
const outsideYears = ({ year, untilYear = year, deadlinesOutsideYear = false, ...dates }: CycleOpened) => {
  const outside = DEADLINES.find((key) => {
    const of = Number(dates[key].slice(0, 4));
    return of < year || of > untilYear;
  });
  if (deadlinesOutsideYear || outside === undefined) return undefined;
  const years = year === untilYear ? String(year) : `${year}–${untilYear}`;
  const params = { limit: STEP_OF[outside], deadline: dates[outside], years };
  return reject('deadline-outside-year', { pointer: `/${outside}`, params });
};

const datesWrong = (dates: CycleDates): Refusal | undefined => {
  for (const key of DEADLINES) {
    if (!isLocalDate(dates[key])) return reject('date-invalid', { pointer: `/${key}` });
  }
  return inOrder(originalDeadlines(dates)) ? undefined : reject('dates-out-of-order');
};

/** A deadline only ever moves to a later day, by a document with a reason; the first one stays readable. */
const extendDeadline = ({ data, meta }: ExtendDeadline, state: OpenedCycle): CycleOutcome => {
  const { step, dueOn } = data;
  const reason = tidy(data.reason);
  const document = citation(data.document);
  const current = deadlineOf(state, step);
  if (reason === '') return reject('reason-missing', { pointer: '/reason' });
  if (document.number === '') return reject('number-missing', { pointer: '/document/number' });
  const badDay = notPastDay(document.issuedOn, meta, '/document/issuedOn') ?? dateInvalid(dueOn, '/dueOn');
  if (badDay) return badDay;
  if (dueOn <= current) return reject('not-an-extension', { pointer: '/dueOn', params: { current } });
  const { originalDueOn } = state.deadlines[step];
  if (!inOrder({ ...state.deadlines, [step]: { originalDueOn, dueOn } })) {
    return reject('dates-out-of-order', { pointer: '/dueOn' });
  }
  return accept({
    type: 'DeadlineExtended',
    data: { cycleId: state.cycleId, step, originalDueOn, dueOn, reason, document },
  });
};

const close = ({ data }: CloseCycle, state: OpenedCycle): CycleOutcome => {
  const reason = tidy(data.reason);
  if (reason === '') return reject('reason-missing', { pointer: '/reason' });
  return accept({ type: 'CycleClosed', data: { cycleId: state.cycleId, reason } });
};
