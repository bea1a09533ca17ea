const FORM = [
  ...['situation', 'objectives', 'content', 'area', 'forces', 'resources', 'schedule', 'outputs', 'durability'],
  'confirmation',
].map((item) => `form/${item}`);

const FILES = ['evidence/*/fileName'];
const MINUTES = ['minutes/fileName'];
const REASON = ['reason'];
const RECIPIENT = ['recipient/name'];
const ACHIEVEMENT = [...RECIPIENT, 'achievement/description'];

/**
 * The fields of each event type that hold personal data: names and addresses of persons, their titles, and what
 * somebody wrote freely and may have written about a person. A path names fields from the event's `data` on, `*` each of
 * a list. Ids of persons are none: without the names they tell nothing. A type without an entry has no such field.
 */
export const PERSONAL: Readonly<Record<string, readonly string[]>> = {
  AccountInvited: ['username'],
  AccountOpened: ['username'],
  AchievementCommended: ACHIEVEMENT,
  AppointmentDeclined: REASON,
  AppointmentEnded: REASON,
  AppraisalReopened: REASON,
  CommendationProposed: [...ACHIEVEMENT, ...FILES],
  CommendationRefused: REASON,
  CommendationReturned: REASON,
  CommendationRevised: [...RECIPIENT, ...FILES],
  CommendationVerified: ['note'],
  CommendationWithdrawn: REASON,
  CorrectionDeclined: REASON,
  CorrectionRequested: ['oldValue', 'newValue', 'reason'],
  CouncilReviewRecorded: ['opinion', ...MINUTES],
  CycleClosed: REASON,
  DeadlineExtended: REASON,
  DecisionDraftCancelled: REASON,
  DecisionDrafted: ['title', 'items/*/reason'],
  DecisionFrozen: ['manifest/*/reason'],
  DecisionIssued: ['capacity', 'manifest/*/reason', 'paper/fileName'],
  DecisionNumberRefused: REASON,
  EntryCorrected: ['oldValue', 'newValue', 'reason'],
  EmailChanged: ['email'],
  EvidenceAdded: ['fileName'],
  ImplementationStarted: ['plan'],
  IncidentRaised: ['cause'],
  IncidentResolved: REASON,
  IncidentRetried: REASON,
  InspectionRecorded: ['findings'],
  InterestDeclared: ['detail'],
  KeyReleased: ['key', 'reason'],
  KeyReserved: ['key'],
  ListExported: ['filter'],
  ModelAppraised: MINUTES,
  ModelCommended: ACHIEVEMENT,
  ModelDiscontinued: REASON,
  ModelMarkedTypical: REASON,
  NumberReserved: ['capacity', 'paper/fileName'],
  NumberVoided: REASON,
  OrganizationChangeAdmitted: ['changes/*/data/name', 'changes/*/data/reason', 'changes/*/data/username'],
  PersonEntered: ['name', 'email'],
  ProgressRecorded: ['note', ...FILES],
  RecognitionRefused: REASON,
  RevokedAchievementSettled: REASON,
  RevokedSourceSettled: REASON,
  RecognitionRequested: ['results/*/result', ...FILES],
  RecognitionRevoked: ['ground'],
  RegistrationDeclined: REASON,
  RegistrationDrafted: FORM,
  RegistrationReturned: REASON,
  RegistrationRevised: FORM,
  RegistrationSubmitted: ['lateReason'],
  RegistrationWithdrawn: REASON,
  ReminderRetried: REASON,
  ReminderOrdered: ['note'],
  ReportExcused: REASON,
  ReportExtended: REASON,
  ReportReopened: REASON,
  ReportReturned: REASON,
  ReportSubmitted: ['narrative', ...FILES],
  SignedPaperFiled: ['paper/fileName'],
  SupplementProvided: ['note', ...FILES],
  SupplementRequired: ['missing/*'],
  UnitClosed: REASON,
  VoteHeld: MINUTES,
  WebhookPaused: REASON,
  WebhookRemoved: REASON,
};

/** An event's data without its personal fields: each of them is null where it was, and absent where it was not. */
export const withoutPersonal = (type: string, data: unknown): unknown =>
  (PERSONAL[type] ?? []).reduce((rest, path) => emptied(rest, path.split('/')), data);

const emptied = (value: unknown, [first, ...rest]: readonly string[]): unknown => {
  if (first === undefined) return null;
  if (Array.isArray(value)) return first === '*' ? value.map((each) => emptied(each, rest)) : value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, first)) return value;
  return { ...value, [first]: emptied((value as Readonly<Record<string, unknown>>)[first], rest) };
};
