import { availabilities, isAllowed, reject } from '../kernel/index.ts';
import type { Actor, Availability as Available, Company } from '../kernel/index.ts';
import type { CycleStep } from '../regulation/cycle/events.ts';
import { concluderRefusal, memberRefusal, notToConclude, notToOpen, scorerRefusal } from './appraising/decide.ts';
import { cycleRefusal } from './by-cycle.ts';
import { ownRegistration, type Refusal } from './checks.ts';
import type { BySystem, CommandType, RegistrationRejection } from './commands.ts';
import { notToVote } from './concluding/decide.ts';
import { approverRefusal, othersMayApprove } from './correcting/decide.ts';
import type { Circumstances } from './facts.ts';
import { notToLapse, notToProvide, notToRequest } from './implementing/decide.ts';
import { lateToSubmit, notToReturn, notToSubmit } from './registering/decide.ts';
import { settlerRefusal } from './revoked-source/decide.ts';
import { rights } from './rights.ts';
import type { Sight } from './sight.ts';
import type { Core, RegistrationState, StateFor } from './state.ts';
import { transitions, wrongStatus } from './transitions.ts';

/** The commands a person can give. */
export type ActionType = Exclude<CommandType, BySystem>;

export type Availability = Available<RegistrationRejection>;

/** What is so today, with the deadline of the cycle for each step. */
export type Today = Omit<Circumstances, 'deadline'> & {
  readonly deadlines: Readonly<Record<CycleStep, string>>;
  readonly unitActive: boolean;
  /** The open cycles of the unit that come after its own. */
  readonly laterCycles: readonly string[];
  /** Whether an appointment to a unit covers one, other than its own, that can take the model up in an open cycle. */
  readonly canAdopt: (unitId: string) => boolean;
};

/** Who is there to be asked; `heads`: the appointments of the asker as head of whatever unit, which may adopt the model. */
export interface Colleagues extends Company {
  readonly heads: readonly Actor[];
}

type Existing = Exclude<RegistrationState, { readonly status: 'NONE' }>;

/**
 * What a person may do today under the appointments that cover the registration, and for what they may not, why and who
 * may. What the registration, its regulation and its cycle know is judged: a command may still be refused for its data.
 */
export const availableActions = (
  state: Existing,
  { heads, ...company }: Colleagues,
  today: Today,
  sight: Sight,
): Readonly<Record<ActionType, Availability>> => {
  const companyFor = (type: ActionType): Company =>
    type === 'ReplicateModel' ? { ...company, mine: [...company.mine, ...heads] } : company;
  return availabilities<ActionType, RegistrationRejection>(rights, companyFor, {
    status: (type) => (isAllowed(transitions, type, state.status) ? undefined : wrongStatus(state, { type })),
    standing: (type) => judged(STANDING[type], state, today),
    personal: (type, actor) => {
      if (type === 'ReplicateModel') return adopterRefusal(today, actor);
      if (type === 'RequestCorrection') return askerRefusal(company, actor);
      return judged(PERSONAL[type], state, actor);
    },
    untold: (type) => sight !== 'WHOLE' && OF_THE_TEAM.includes(type),
    remark: (type) => judged(REMARKS[type], state, today),
  });
};

/** Nobody takes the model up but for another unit that they cover. */
const adopterRefusal = ({ canAdopt }: Today, { unitId }: Actor): Refusal =>
  canAdopt(unitId) ? undefined : reject('not-the-adopting-unit');

/** What nobody else could approve is not asked for. */
const askerRefusal = ({ everybody }: Company, actor: Actor): Refusal =>
  othersMayApprove(everybody, actor) ? undefined : reject('no-other-approver');

type Judges<Given> = { readonly [Type in ActionType]?: (state: StateFor<Type> & Existing, given: Given) => Refusal };

/** The table says which state each judge is for; what was allowed in the status has it. */
const judged = (judge: unknown, state: Existing, given: Today | Actor): Refusal =>
  (judge as ((...judged: readonly [Existing, Today | Actor]) => Refusal) | undefined)?.(state, given);

/** How many are left, have declared or scored is for those who are told the whole: it betrays who declared a conflict. */
const OF_THE_TEAM: readonly ActionType[] = ['OpenAppraisal', 'DeclareInterest', 'ScoreModel', 'ConcludeAppraisal'];

/** What stands in everybody's way. */
const STANDING: Judges<Today> = {
  SubmitRegistration: (state, today) => notToSubmit(state, at('REGISTRATION', today)),
  ReturnRegistration: ({ core }, { regulation }) => notToReturn(core, regulation.content),
  RequestRecognition: (state, today) => notToRequest(state, at('DOSSIER', today)),
  ProvideSupplement: (state, { today }) => notToProvide(state, today),
  LapseDossier: (state, { today }) => notToLapse(state, today),
  OpenAppraisal: (state, today) => notToOpen(state, at('APPRAISAL', today)),
  ConcludeAppraisal: (state, { regulation }) => notToConclude(state, regulation.content),
  RecordVote: (state, { regulation }) => notToVote(state, regulation.content),
  MarkTypical: ({ typical }) => (typical ? reject('already-typical') : undefined),
  CarryForward: ({ core }, { unitActive, laterCycles }) => notToCarry(core, unitActive, laterCycles),
  ApproveCorrection: ({ core }) => nothingAsked(core),
  DeclineCorrection: ({ core }) => nothingAsked(core),
  SettleRevokedSource: ({ core }) => (core.revokedSource?.settled === false ? undefined : reject('nothing-to-settle')),
};

/** What it takes besides, or leads to: what is accepted too late for an appraisal goes no further. */
const REMARKS: Judges<Today> = {
  AcceptRegistration: (_, today) => cycleRefusal('OpenAppraisal', at('APPRAISAL', today)),
  SubmitRegistration: (state, today) => lateToSubmit(state, at('REGISTRATION', today)),
};

const at = (step: CycleStep, { deadlines, ...today }: Today): Circumstances => ({
  ...today,
  deadline: deadlines[step],
});

const notToCarry = ({ carriedTo }: Core, unitActive: boolean, laterCycles: readonly string[]): Refusal => {
  if (!unitActive) return reject('unit-not-active');
  if (laterCycles.length === 0) return reject('no-later-cycle');
  return laterCycles.every((cycle) => carriedTo.includes(cycle)) ? reject('already-carried-forward') : undefined;
};

const nothingAsked = ({ requests }: Core): Refusal =>
  requests.length === 0 ? reject('correction-unknown') : undefined;

/** What stands in one person's way: nobody does it to what is their own, and a member of the team acts in person. */
const PERSONAL: Judges<Actor> = {
  AcceptRegistration: ({ core }, actor) => ownRegistration(core, actor),
  ReturnRegistration: ({ core }, actor) => ownRegistration(core, actor),
  DeclineRegistration: ({ core }, actor) => ownRegistration(core, actor),
  DeclareInterest: ({ appraisal }, actor) => memberRefusal(appraisal, actor),
  ScoreModel: ({ appraisal }, actor) => scorerRefusal(appraisal, actor),
  ConcludeAppraisal: concluderRefusal,
  ApproveCorrection: ({ core }, actor) => approverRefusal(core, actor),
  SettleRevokedSource: ({ core }, actor) => settlerRefusal(core, actor),
};
