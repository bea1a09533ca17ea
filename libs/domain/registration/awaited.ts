import {
  addDays,
  awaitedOf,
  DRAFTING,
  IN_COUNCIL,
  isAllowed,
  personsOf,
  type Awaited,
  type LocalDate,
  type Recorded,
  type Waits,
} from '../kernel/index.ts';
import type { Act } from '../regulation/events.ts';
import { teamAfter, type AtWork } from './appraising/at-work.ts';
import type { RegistrationEvent } from './events.ts';
import { union } from './moves.ts';
import { rights } from './rights.ts';
import type { Status } from './status.ts';
import { statusAfter, transitions } from './transitions.ts';

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
  /** Who may not examine it: persons who drafted, revised or submitted, the dossier included. */
  readonly authors: readonly string[];
  /** The first day on which recognition may be asked for. Not told of what was started before 2026-11-30. */
  readonly recognitionOpensOn: LocalDate | null;
  readonly team: readonly AtWork[];
  /** Who had to leave the team: they do not conclude its work. */
  readonly left: readonly string[];
  /** So many left the team that another is to be named. */
  readonly tooFewLeft: boolean;
  /** The council has yet to vote, with a quorum. Not told of appraisals before 2026-11-29. */
  readonly voteOwed: boolean;
  /** What a decision would do, once it was appraised. */
  readonly act: Extract<Act, 'RECOGNIZE' | 'REFUSE_RECOGNITION'> | null;
  /** The corrections that wait to be approved, each with who asked for it. */
  readonly corrections: readonly { readonly correctionId: string; readonly requestedBy: readonly string[] }[];
  /** Its source was revoked, and nobody has looked at it yet. */
  readonly revokedSource: boolean;
}

export const NOTHING_WAITS: Waiting = {
  ...{ authors: [], recognitionOpensOn: null, act: null },
  ...{ team: [], left: [], tooFewLeft: false, voteOwed: false },
  ...{ corrections: [], revokedSource: false },
};

/** A command a registration may wait for. */
export type AwaitedCommand =
  | (typeof WAITS)[keyof typeof WAITS][number]
  | 'LapseDossier'
  | 'RecordVote'
  | 'AttendCouncil'
  | 'ApproveCorrection'
  | 'SettleRevokedSource';

type Acts = readonly Awaited<AwaitedCommand, Act>[];

/**
 * What a registration waits for in a status. Under appraisal each member declares, then scores; then it is concluded, and
 * where the regulation has a vote, the council votes. Nobody is asked for what four eyes keep from them. `dueOn`: until
 * when its unit supplements the dossier.
 */
export const awaitedIn = (status: keyof typeof WAITS, waiting: Waiting, dueOn?: LocalDate): Acts => [
  ...ofStatus(status, waiting, dueOn),
  ...waiting.corrections.flatMap(({ correctionId, requestedBy }) =>
    ofAll(['ApproveCorrection'], { besides: requestedBy, correctionId }),
  ),
  ...(waiting.revokedSource ? ofAll(['SettleRevokedSource'], { besides: waiting.authors }) : []),
];

const ofStatus = (status: keyof typeof WAITS, waiting: Waiting, dueOn: LocalDate | undefined): Acts => {
  const { tooFewLeft, voteOwed, act, authors, recognitionOpensOn } = waiting;
  if (status === 'SUBMITTED') return ofAll(WAITS[status], { besides: authors });
  if (status === 'UNDER_APPRAISAL') return tooFewLeft ? ofAll(['OpenAppraisal']) : awaitedOfTeam(waiting);
  if (status === 'APPRAISED' && voteOwed) return ofAll(['RecordVote', 'AttendCouncil']);
  if (status === 'APPRAISED') return ofAll(WAITS[status], { hangsOn: 'WHILE_NONE', ...(act === null ? {} : { act }) });
  if (status === 'IN_PROGRESS' && recognitionOpensOn !== null)
    return [...ofAll(['RecordProgress']), ...ofAll(['RequestRecognition'], { after: addDays(recognitionOpensOn, -1) })];
  if (status !== 'SUPPLEMENT_REQUIRED' || dueOn === undefined) return ofAll(WAITS[status]);
  return [...ofAll(['ProvideSupplement'], { until: dueOn }), ...ofAll(['LapseDossier'], { after: dueOn })];
};

const awaitedOfTeam = ({ team, authors, left }: Waiting): Acts => {
  const open = team.filter(({ scored }) => !scored);
  if (open.length === 0) return ofAll(['ConcludeAppraisal'], { besides: union(authors, left) });
  return open.flatMap(({ personId, declared }) => ofAll([declared ? 'ScoreModel' : 'DeclareInterest'], { personId }));
};

const ofAll = (
  commands: readonly AwaitedCommand[],
  more: Partial<Omit<Awaited<AwaitedCommand, Act>, 'command' | 'role'>> = {},
): Acts => awaitedOf(commands, { ...rights, ...DRAFTING, ...IN_COUNCIL }).map((act) => ({ ...act, ...more }));

/** What is remembered after an event; the same where nothing changed. */
export const waitingAfter = (waiting: Waiting, event: Recorded<RegistrationEvent>): Waiting => {
  const after: Waiting = {
    authors: authorsAfter(waiting.authors, event),
    recognitionOpensOn:
      event.type === 'ImplementationStarted' ? (event.data.recognitionOpensOn ?? null) : waiting.recognitionOpensOn,
    team: teamAfter(waiting.team, event),
    left: leftAfter(waiting.left, event),
    tooFewLeft: tooFewLeftAfter(waiting.tooFewLeft, event),
    voteOwed: voteOwedAfter(waiting.voteOwed, event),
    act: actAfter(waiting.act, event),
    corrections: correctionsAfter(waiting.corrections, event),
    revokedSource: revokedSourceAfter(waiting.revokedSource, event),
  };
  const names = Object.keys(after) as (keyof Waiting)[];
  return names.every((name) => after[name] === waiting[name]) ? waiting : after;
};

const AUTHORING: readonly RegistrationEvent['type'][] = [
  ...(['RegistrationDrafted', 'RegistrationRevised', 'RegistrationSubmitted'] as const),
  ...(['RecognitionRequested', 'SupplementProvided'] as const),
];

const authorsAfter = (authors: Waiting['authors'], { type, meta }: Recorded<RegistrationEvent>): Waiting['authors'] =>
  AUTHORING.includes(type) ? joined(authors, personsOf(meta.actor)) : authors;

/** The same array where nobody is new. */
const joined = (persons: readonly string[], more: readonly string[]): readonly string[] =>
  more.every((person) => persons.includes(person)) ? persons : union(persons, more);

const leftAfter = (left: Waiting['left'], { type, data }: RegistrationEvent): Waiting['left'] => {
  if (type === 'AppraiserRemoved' || (type === 'InterestDeclared' && data.conflict))
    return joined(left, [data.personId]);
  return left;
};

const tooFewLeftAfter = (waiting: boolean, { type, data }: RegistrationEvent): boolean => {
  if (type === 'AppraisalOpened') return false;
  return type === 'InterestDeclared' || type === 'AppraiserRemoved' ? data.tooFewLeft : waiting;
};

const voteOwedAfter = (waiting: boolean, { type, data }: RegistrationEvent): boolean => {
  if (type === 'ModelAppraised') return data.voteFollows === true;
  return type === 'VoteHeld' ? !data.quorumMet : waiting;
};

/** An appraisal that was not passed is not mended by a vote. */
const actAfter = (act: Waiting['act'], { type, data }: RegistrationEvent): Waiting['act'] => {
  if (type === 'ModelAppraised') return data.result.passed ? 'RECOGNIZE' : 'REFUSE_RECOGNITION';
  return type === 'VoteHeld' && data.quorumMet && !data.passed ? 'REFUSE_RECOGNITION' : act;
};

const correctionsAfter = (
  waiting: Waiting['corrections'],
  { type, data, meta }: Recorded<RegistrationEvent>,
): Waiting['corrections'] => {
  if (type === 'RegistrationRevised') return waiting.length === 0 ? waiting : [];
  if (type === 'CorrectionRequested')
    return [...waiting, { correctionId: data.correctionId, requestedBy: personsOf(meta.actor) }];
  if (type !== 'CorrectionDeclined' && type !== 'EntryCorrected') return waiting;
  const others = waiting.filter(({ correctionId }) => correctionId !== data.correctionId);
  return others.length === waiting.length ? waiting : others;
};

const revokedSourceAfter = (waiting: boolean, { type }: RegistrationEvent): boolean => {
  if (type === 'SourceRevoked') return true;
  const status = statusAfter[type];
  return waiting && type !== 'RevokedSourceSettled' && (status === 'same' || mayStillFall(status));
};

/** Whether a registration in the status can be stopped, taken back or taken up again: what it rests on still matters. */
export const mayStillFall = (status: Status): boolean => isAllowed(transitions, 'SettleRevokedSource', status);
