import { reject, type LocalDate, type Rejected } from '../kernel/index.ts';
import type { CycleStep } from '../regulation/cycle/events.ts';
import type { Refusal } from './checks.ts';
import type { Circumstances } from './facts.ts';
import { OWED_IN } from './owed.ts';
import type { Status } from './status.ts';

/** What a cycle ends, each with the deadline that does. */
export const CYCLE_STEP_OF = {
  SubmitRegistration: 'REGISTRATION',
  RequestRecognition: 'DOSSIER',
  OpenAppraisal: 'APPRAISAL',
} as const satisfies Readonly<Record<string, CycleStep>>;

/** Which statuses wait for what the deadline of each step of the cycle ends, unless a day of their own was set. */
export const DUE_BY_CYCLE = {
  REGISTRATION: OWED_IN.REGISTRATION_STEP,
  DOSSIER: OWED_IN.DOSSIER_STEP,
  APPRAISAL: ['RECOGNITION_REQUESTED'],
} as const satisfies Readonly<Record<CycleStep, readonly Status[]>>;

export type CycleBound = keyof typeof CYCLE_STEP_OF;

/** Why the cycle lets nobody do it any more. `returnedUntil`: until then a returned registration may come back. */
export const cycleRefusal = (
  type: CycleBound,
  { today, cycleOpen = true, deadline, regulation }: Partial<Circumstances> & Omit<Circumstances, 'cycleOpen'>,
  returnedUntil?: LocalDate,
): Refusal => {
  if (type === 'OpenAppraisal')
    return today > deadline ? reject('after-appraisal-deadline', { params: { deadline } }) : undefined;
  if (type === 'RequestRecognition')
    return today > deadline ? reject('deadline-passed', { params: { limit: 'DOSSIER', deadline } }) : undefined;
  if (!cycleOpen) return reject('cycle-not-open');
  const granted = grantedUntil(deadline, returnedUntil);
  const { lateWithReason } = regulation.content.registration;
  return today > granted && !lateWithReason
    ? reject('deadline-passed', { params: { limit: 'REGISTRATION', deadline: granted } })
    : undefined;
};

/** What whoever submits it says besides where it is late. */
export const lateReasonRequired = (
  { today, deadline }: Pick<Circumstances, 'today' | 'deadline'>,
  returnedUntil?: LocalDate,
): Rejected<'late-reason-required'> | undefined => {
  const granted = grantedUntil(deadline, returnedUntil);
  return today > granted
    ? reject('late-reason-required', { pointer: '/lateReason', params: { deadline: granted } })
    : undefined;
};

/** The later of the deadline and the day until which a returned registration may come back. */
const grantedUntil = (deadline: LocalDate, returnedUntil: LocalDate | undefined): LocalDate =>
  returnedUntil !== undefined && returnedUntil > deadline ? returnedUntil : deadline;
