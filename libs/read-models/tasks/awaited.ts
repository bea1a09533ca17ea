import type { commendation, decision, registration, reporting, Role } from '#domain';
import type { AwaitedAct, TeamMember } from './table.ts';

type Awaited = readonly { readonly command: string; readonly role: Role }[];

/** The statuses of what exists. */
type StatusOf<State extends { readonly status: string }> = Exclude<State['status'], 'NONE'>;
export type CommendationStatus = StatusOf<commendation.CommendationState>;
export type DecisionStatus = StatusOf<decision.DecisionState>;

const NOTHING: Awaited = [];

/** What a registration waits for in each status. Under appraisal it waits for its team: see {@link awaitedOfTeam}. */
export const REGISTRATION_WAITS: Readonly<Record<StatusOf<registration.RegistrationState>, Awaited>> = {
  DRAFT: [
    { command: 'submit', role: 'UNIT_HEAD' },
    { command: 'revise', role: 'UNIT_OFFICER' },
  ],
  SUBMITTED: [{ command: 'accept', role: 'STANDING_BODY_OFFICER' }],
  RETURNED: [
    { command: 'revise', role: 'UNIT_OFFICER' },
    { command: 'submit', role: 'UNIT_HEAD' },
  ],
  DECLINED: NOTHING,
  REGISTERED: [{ command: 'start', role: 'UNIT_HEAD' }],
  IN_PROGRESS: [
    { command: 'record-progress', role: 'UNIT_OFFICER' },
    { command: 'request-recognition', role: 'UNIT_HEAD' },
  ],
  RECOGNITION_REQUESTED: [{ command: 'open-appraisal', role: 'STANDING_BODY_OFFICER' }],
  SUPPLEMENT_REQUIRED: [{ command: 'provide-supplement', role: 'UNIT_HEAD' }],
  UNDER_APPRAISAL: NOTHING,
  APPRAISED: [{ command: 'draft-decision', role: 'STANDING_BODY_OFFICER' }],
  RECOGNIZED: NOTHING,
  NOT_RECOGNIZED: NOTHING,
  WITHDRAWN: NOTHING,
  DISCONTINUED: NOTHING,
  REVOKED: NOTHING,
};

export const COMMENDATION_WAITS: Readonly<Record<CommendationStatus, Awaited>> = {
  PROPOSED: [{ command: 'verify', role: 'STANDING_BODY_OFFICER' }],
  RETURNED: [
    { command: 'revise', role: 'UNIT_OFFICER' },
    { command: 'revise', role: 'UNIT_HEAD' },
  ],
  VERIFIED: [{ command: 'record-council-review', role: 'STANDING_BODY_OFFICER' }],
  COUNCIL_REVIEWED: [{ command: 'submit', role: 'STANDING_BODY_OFFICER' }],
  SUBMITTED: [{ command: 'draft-decision', role: 'STANDING_BODY_OFFICER' }],
  AWARDED: NOTHING,
  NOT_AWARDED: NOTHING,
  WITHDRAWN: NOTHING,
  CANCELLED: NOTHING,
};

export const DECISION_WAITS: Readonly<Record<DecisionStatus, Awaited>> = {
  DRAFT: [{ command: 'freeze', role: 'STANDING_BODY_OFFICER' }],
  FROZEN: [{ command: 'issue', role: 'DECISION_SIGNER' }],
  ISSUED: NOTHING,
  COMPLETED: NOTHING,
  CANCELLED: NOTHING,
};

const reportWaits = (ofUnit: Awaited): Readonly<Record<reporting.ReportStatusName, Awaited>> => ({
  OPEN: ofUnit,
  SUBMITTED: [{ command: 'approve', role: 'STANDING_BODY_OFFICER' }],
  REVISION_REQUESTED: ofUnit,
  APPROVED: NOTHING,
  CONSOLIDATED: NOTHING,
  CLOSED: NOTHING,
  EXCUSED: NOTHING,
});

/** What a report of each kind waits for: of the unit that owes it, and once it is submitted of the unit that receives it. */
export const REPORT_WAITS: Readonly<
  Record<reporting.ReportKind, Readonly<Record<reporting.ReportStatusName, Awaited>>>
> = {
  OWN: reportWaits([
    { command: 'submit', role: 'UNIT_OFFICER' },
    { command: 'submit', role: 'UNIT_HEAD' },
  ]),
  CONSOLIDATED: reportWaits([
    { command: 'consolidate', role: 'STANDING_BODY_OFFICER' },
    { command: 'submit', role: 'STANDING_BODY_OFFICER' },
  ]),
};

/** Each member must declare, then score; when all have, the standing body concludes. */
export const awaitedOfTeam = (team: readonly TeamMember[]): readonly AwaitedAct[] => {
  const open = team.filter(({ scored }) => !scored);
  if (open.length === 0) return [{ command: 'conclude-appraisal', role: 'STANDING_BODY_OFFICER' }];
  return open.map(({ personId, declared }) => ({
    command: declared ? 'score' : 'declare-interest',
    role: 'APPRAISER',
    personId,
  }));
};
