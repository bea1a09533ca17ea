import { rowsOf, type LocalDate } from '../kernel/index.ts';
import type { CycleStep } from '../regulation/cycle/events.ts';
import type { DutyKind } from '../regulation/events.ts';
import type { RegistrationEvent } from './events.ts';
import type { RegistrationState } from './state.ts';
import type { Status } from './status.ts';
import { statusAfter, transitions } from './transitions.ts';

/** What a registration may owe. */
export type RegistrationDuty = Exclude<DutyKind, 'REPORT'>;

/** By when: a day that was set, or the deadline of the cycle for a step, to whatever day it is moved. */
export type DueBy = { readonly on: LocalDate } | { readonly deadline: CycleStep };

/** Where something of each kind may be owed. */
export const OWED_IN = {
  REGISTRATION_STEP: ['DRAFT'],
  RETURNED_REGISTRATION: ['RETURNED'],
  DOSSIER_STEP: ['IN_PROGRESS'],
  REMEDY: ['REGISTERED', 'IN_PROGRESS'],
  SUPPLEMENT: ['SUPPLEMENT_REQUIRED'],
  APPRAISAL: ['UNDER_APPRAISAL'],
} as const satisfies Readonly<Record<RegistrationDuty, readonly Status[]>>;

const KINDS = Object.keys(OWED_IN) as readonly RegistrationDuty[];

const isOwedIn = (kind: RegistrationDuty, status: string): boolean => OWED_IN[kind].some((each) => each === status);

/** Two kinds are owed by the deadline of the cycle, the others by the day that was set, if one was. */
const due = (kind: RegistrationDuty, day: LocalDate | undefined): DueBy | undefined => {
  if (kind === 'REGISTRATION_STEP') return { deadline: 'REGISTRATION' };
  if (kind === 'DOSSIER_STEP') return { deadline: 'DOSSIER' };
  return day === undefined ? undefined : { on: day };
};

/** By when a registration owes something of the kind; undefined when it owes nothing of it. */
export const dueBy = (state: RegistrationState, kind: RegistrationDuty): DueBy | undefined =>
  isOwedIn(kind, state.status) ? due(kind, daySetIn(state)) : undefined;

const daySetIn = (state: RegistrationState): LocalDate | undefined => {
  if ('remedyDueOn' in state) return state.remedyDueOn;
  if ('dueOn' in state) return state.dueOn;
  return state.status === 'UNDER_APPRAISAL' ? state.appraisal.dueOn : undefined;
};

/** A remedy is asked for, and reported, while the work goes on; every other duty begins and ends with a status. */
const CHANGED: ReadonlyMap<string, readonly RegistrationDuty[]> = new Map(
  rowsOf(transitions).map(({ event, from, to }) => {
    if (event === 'InspectionRecorded' || event === 'ProgressRecorded') return [event, ['REMEDY']];
    const changed = KINDS.filter((kind) =>
      isOwedIn(kind, to)
        ? kind !== 'REMEDY' && !from.every((status) => isOwedIn(kind, status))
        : to !== 'same' && from.some((status) => isOwedIn(kind, status)),
    );
    return [event, changed];
  }),
);

/** The kinds of duty an event begins or ends, as one learns it who only sees the events go by. */
export const dutiesChangedBy = ({ type }: RegistrationEvent): readonly RegistrationDuty[] => CHANGED.get(type) ?? [];

/** By when something of the kind is owed from the event on; undefined when the event begins nothing of it. */
export const dutyBegunBy = ({ type, data }: RegistrationEvent, kind: RegistrationDuty): DueBy | undefined => {
  if (kind === 'REMEDY') return due(kind, 'remedyDueOn' in data ? data.remedyDueOn : undefined);
  return isOwedIn(kind, statusAfter[type]) ? due(kind, 'dueOn' in data ? data.dueOn : undefined) : undefined;
};

/** What goes on from before: all, where the status stays and no remedy is asked for or reported; a remedy, where the work is begun. */
const GOES_ON: ReadonlySet<string> = new Set(
  rowsOf(transitions)
    .filter(({ event, from, to }) =>
      to === 'same' ? !CHANGED.get(event)?.includes('REMEDY') : [...from, to].every((each) => isOwedIn('REMEDY', each)),
    )
    .map(({ event }) => event),
);

/**
 * The day that is set for what is owed after an event, `before` being the day until then; undefined where none is set, or
 * where a deadline of the cycle counts.
 */
export const dueOnAfter = (event: RegistrationEvent, before: LocalDate | undefined): LocalDate | undefined => {
  const begun = dutiesChangedBy(event).map((kind) => dutyBegunBy(event, kind));
  const day = begun.flatMap((each) => (each && 'on' in each ? [each.on] : []))[0];
  return day ?? (GOES_ON.has(event.type) ? before : undefined);
};
