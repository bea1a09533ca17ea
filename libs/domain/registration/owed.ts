import {
  awaitedOf,
  DRAFTING,
  IN_COUNCIL,
  isAllowed,
  rowsOf,
  type Awaited,
  type LocalDate,
  type Waits,
} from '../kernel/index.ts';
import type { CycleStep } from '../regulation/cycle/events.ts';
import type { DutyKind } from '../regulation/events.ts';
import { teamAfter, type AtWork } from './appraising/at-work.ts';
import type { RegistrationEvent } from './events.ts';
import { rights } from './rights.ts';
import type { RegistrationState } from './state.ts';
import type { Status } from './status.ts';
import { statusAfter, transitions } from './transitions.ts';

/** What a registration may owe. */
export type RegistrationDuty = Exclude<DutyKind, 'REPORT'>;

/** By when: a day that was set, or the deadline of the cycle for a step, to whatever day it is moved. */
export type DueBy = { readonly on: LocalDate } | { readonly deadline: CycleStep };

/** Where something of each kind may be owed. */
const OWED_IN = {
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

/** The day an event sets for what it begins; undefined where it sets none, or where a deadline of the cycle counts. */
export const dueOnAfter = (event: RegistrationEvent): LocalDate | undefined => {
  const begun = dutiesChangedBy(event).map((kind) => dutyBegunBy(event, kind));
  return begun.flatMap((each) => (each && 'on' in each ? [each.on] : []))[0];
};

const WAITS = {
  DRAFT: ['SubmitRegistration', 'ReviseRegistration'],
  SUBMITTED: ['AcceptRegistration'],
  RETURNED: ['ReviseRegistration', 'SubmitRegistration'],
  DECLINED: [],
  REGISTERED: ['StartImplementation'],
  IN_PROGRESS: ['RecordProgress', 'RequestRecognition'],
  RECOGNITION_REQUESTED: ['OpenAppraisal'],
  SUPPLEMENT_REQUIRED: ['ProvideSupplement'],
  UNDER_APPRAISAL: ['DeclareInterest', 'ScoreModel', 'ConcludeAppraisal'],
  APPRAISED: ['DraftDecision'],
  RECOGNIZED: [],
  NOT_RECOGNIZED: [],
  WITHDRAWN: [],
  DISCONTINUED: [],
  REVOKED: [],
} as const satisfies Waits<typeof transitions, Exclude<Status, 'NONE'>>;

/** What is remembered of a registration to tell what it waits for, as one learns it who only sees the events go by. */
export interface Waiting {
  readonly team: readonly AtWork[];
  /** So many left the team that another is to be named. */
  readonly tooFewLeft: boolean;
  /** The council has yet to vote, with a quorum. Not told of appraisals before 2026-11-29. */
  readonly voteOwed: boolean;
  /** How many corrections wait to be approved. */
  readonly corrections: number;
  /** Its source was revoked, and nobody has looked at it yet. */
  readonly revokedSource: boolean;
}

export const NOTHING_WAITS: Waiting = {
  ...{ team: [], tooFewLeft: false, voteOwed: false },
  ...{ corrections: 0, revokedSource: false },
};

/** A command a registration may wait for. */
export type AwaitedCommand =
  | (typeof WAITS)[keyof typeof WAITS][number]
  | 'LapseDossier'
  | 'RecordVote'
  | 'AttendCouncil'
  | 'ApproveCorrection'
  | 'SettleRevokedSource';

/**
 * What a registration waits for in a status. Under appraisal each member declares, then scores; then it is concluded, and
 * where the regulation has a vote, the council votes. `dueOn`: until when its unit supplements the dossier.
 */
export const awaitedIn = (
  status: keyof typeof WAITS,
  waiting: Waiting,
  dueOn?: LocalDate,
): readonly Awaited<AwaitedCommand>[] => [
  ...ofStatus(status, waiting, dueOn),
  ...(waiting.corrections > 0 ? ofAll(['ApproveCorrection']) : []),
  ...(waiting.revokedSource ? ofAll(['SettleRevokedSource']) : []),
];

const ofStatus = (
  status: keyof typeof WAITS,
  { team, tooFewLeft, voteOwed }: Waiting,
  dueOn: LocalDate | undefined,
): readonly Awaited<AwaitedCommand>[] => {
  if (status === 'UNDER_APPRAISAL') return tooFewLeft ? ofAll(['OpenAppraisal']) : awaitedOfTeam(team);
  if (status === 'APPRAISED' && voteOwed) return ofAll(['RecordVote', 'AttendCouncil']);
  if (status !== 'SUPPLEMENT_REQUIRED' || dueOn === undefined) return ofAll(WAITS[status]);
  return [
    ...ofAll(['ProvideSupplement']).map((act) => ({ ...act, until: dueOn })),
    ...ofAll(['LapseDossier']).map((act) => ({ ...act, after: dueOn })),
  ];
};

/** What is remembered after an event; the same where nothing changed. */
export const waitingAfter = (waiting: Waiting, event: RegistrationEvent): Waiting => {
  const after: Waiting = {
    team: teamAfter(waiting.team, event),
    tooFewLeft: tooFewLeftAfter(waiting.tooFewLeft, event),
    voteOwed: voteOwedAfter(waiting.voteOwed, event),
    corrections: correctionsAfter(waiting.corrections, event),
    revokedSource: revokedSourceAfter(waiting.revokedSource, event),
  };
  const names = Object.keys(after) as (keyof Waiting)[];
  return names.every((name) => after[name] === waiting[name]) ? waiting : after;
};

const tooFewLeftAfter = (waiting: boolean, { type, data }: RegistrationEvent): boolean => {
  if (type === 'AppraisalOpened') return false;
  return type === 'InterestDeclared' || type === 'AppraiserRemoved' ? data.tooFewLeft : waiting;
};

const voteOwedAfter = (waiting: boolean, { type, data }: RegistrationEvent): boolean => {
  if (type === 'ModelAppraised') return data.voteFollows === true;
  return type === 'VoteHeld' ? !data.quorumMet : waiting;
};

const correctionsAfter = (waiting: number, { type, data }: RegistrationEvent): number => {
  if (type === 'RegistrationRevised') return 0;
  if (type === 'CorrectionRequested') return waiting + 1;
  const ended = type === 'CorrectionDeclined' || (type === 'EntryCorrected' && data.correctionId !== undefined);
  return ended ? Math.max(0, waiting - 1) : waiting;
};

const revokedSourceAfter = (waiting: boolean, { type }: RegistrationEvent): boolean => {
  if (type === 'SourceRevoked') return true;
  const status = statusAfter[type];
  return waiting && type !== 'RevokedSourceSettled' && (status === 'same' || mayStillFall(status));
};

/** Whether a registration in the status can be stopped, taken back or taken up again: what it rests on still matters. */
export const mayStillFall = (status: Status): boolean => isAllowed(transitions, 'SettleRevokedSource', status);

const awaitedOfTeam = (team: readonly AtWork[]): readonly Awaited<AwaitedCommand>[] => {
  const open = team.filter(({ scored }) => !scored);
  if (open.length === 0) return ofAll(['ConcludeAppraisal']);
  return open.flatMap(({ personId, declared }) =>
    ofAll([declared ? 'ScoreModel' : 'DeclareInterest']).map((act) => ({ ...act, personId })),
  );
};

const ofAll = (commands: readonly AwaitedCommand[]): readonly Awaited<AwaitedCommand>[] =>
  awaitedOf(commands, { ...rights, ...DRAFTING, ...IN_COUNCIL });
