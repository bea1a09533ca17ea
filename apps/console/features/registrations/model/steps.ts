import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';

/** The movement's six steps, in their order. */
const STEPS = ['reality', 'aim', 'way', 'consent', 'praise', 'spread'] as const;

export type Step = (typeof STEPS)[number];
export type Standing = 'done' | 'here' | 'stopped' | 'ahead';

type Status = RegistrationDetail['status'];

/** The step at which a registration of each status stands. */
const AT: Readonly<Record<Status, Step>> = {
  DRAFT: 'reality',
  SUBMITTED: 'reality',
  RETURNED: 'reality',
  DECLINED: 'reality',
  REGISTERED: 'aim',
  IN_PROGRESS: 'way',
  WITHDRAWN: 'reality',
  DISCONTINUED: 'aim',
  RECOGNITION_REQUESTED: 'consent',
  SUPPLEMENT_REQUIRED: 'consent',
  UNDER_APPRAISAL: 'consent',
  APPRAISED: 'consent',
  NOT_RECOGNIZED: 'consent',
  RECOGNIZED: 'praise',
  REVOKED: 'praise',
};

const STOPPED: ReadonlySet<Status> = new Set(['DECLINED', 'WITHDRAWN', 'DISCONTINUED', 'NOT_RECOGNIZED', 'REVOKED']);

/** What of a registration tells where it stands. */
export interface Travelled {
  readonly status: Status;
  readonly typical: boolean | null;
  readonly registeredOn: string | null;
  readonly startedOn: string | null;
  readonly replications: number;
}

/** Where a model stands on the movement's path; one that was stopped has gone as far as it had. */
export const standings = (travelled: Travelled): readonly (readonly [Step, Standing])[] => {
  const at = STEPS.indexOf(stepOf(travelled));
  const here: Standing = STOPPED.has(travelled.status) ? 'stopped' : 'here';
  return STEPS.map((step, place) => [step, place < at ? 'done' : place === at ? here : 'ahead']);
};

const stepOf = ({ status, typical, registeredOn, startedOn, replications }: Travelled): Step => {
  if (status === 'RECOGNIZED' && (typical === true || replications > 0)) return 'spread';
  if (status === 'WITHDRAWN' || status === 'DISCONTINUED') {
    if (startedOn !== null) return 'way';
    return registeredOn === null ? 'reality' : 'aim';
  }
  return AT[status];
};
