import { SYSTEM, type Recorded } from '../../kernel/index.ts';
import { by, recorded } from '../../kernel/testing/spec.ts';
import type { RegistrationEvent, RegistrationForm } from '../events.ts';
import { body, head, hoa, lan, minh, officer, on, signer, BODY, UNIT } from './people.ts';
import { criteriaSet, minutes, report } from './regulation.ts';

type EventOf<Type extends RegistrationEvent['type']> = Extract<RegistrationEvent, { readonly type: Type }>;
type DataOf<Type extends RegistrationEvent['type']> = Omit<EventOf<Type>['data'], 'registrationId'>;

export const ID = 'registration-1';

/** The decision that revoked the source. */
export const revocation = {
  revokedId: 'registration-0',
  decisionId: 'decision-9',
  documentNumber: '9-QĐ/TU',
  decidedOn: '2026-12-10',
} as const;

/** An event of the registration every spec is about. */
export const fact = <Type extends RegistrationEvent['type']>(
  type: Type,
  data: DataOf<Type>,
  effectiveOn?: string,
): RegistrationEvent =>
  ({
    type,
    data: { registrationId: ID, ...data },
    ...(effectiveOn === undefined ? {} : { effectiveOn }),
  }) as unknown as RegistrationEvent;

export const form: RegistrationForm = {
  name: 'Tổ tự quản đường hoa',
  subjectType: 'COLLECTIVE',
  field: 'KT',
  programmeTags: ['NTM'],
  situation: 'Đường làng bẩn',
};

export const draftedData = {
  modelId: 'model-1',
  cycleId: 'cycle-2026',
  unitId: UNIT,
  origin: { kind: 'NEW' },
  form,
} as const;

export const registeredData = {
  modelId: 'model-1',
  cycleId: 'cycle-2026',
  unitId: UNIT,
  name: form.name,
  subjectType: form.subjectType,
  field: form.field,
  programmeTags: form.programmeTags,
  regulationId: 'regulation-1',
} as const;

export const result = {
  perCriterion: [
    { criterion: 'C1', centipoints: 5000 },
    { criterion: 'C2', centipoints: 3000 },
  ],
  totalCentipoints: 8000,
  passMark: 50,
  passed: true,
  vetoes: [],
  band: 'TOT',
};

export const scores = [
  { criterion: 'C1', points: 50 },
  { criterion: 'C2', points: 30 },
];

const failedResult = { ...result, totalCentipoints: 0, passed: false, vetoes: ['C1'] };

const voteData = { yes: 5, no: 0, abstain: 0, members: 5, present: 5, denominator: 5, minPercent: 80 };

export const decision = { decisionId: 'decision-1', documentNumber: '446-QĐ/TU', decidedOn: '2026-11-10' };

type History = readonly Recorded<RegistrationEvent>[];

const draft: History = by(officer, on('2026-02-01'))(fact('RegistrationDrafted', draftedData));
const submitted: History = [...draft, ...by(head, on('2026-02-10'))(fact('RegistrationSubmitted', {}))];
const returned: History = [
  ...submitted,
  ...by(body, on('2026-03-20'))(fact('RegistrationReturned', { reason: 'Sửa tên', dueOn: '2026-04-05', count: 1 })),
];
const registered: History = [...submitted, ...by(body, on('2026-02-20'))(fact('ModelRegistered', registeredData))];
const inProgress: History = [
  ...registered,
  ...by(head, on('2026-03-01'))(fact('ImplementationStarted', { plan: 'Ba bước', startedOn: '2026-03-01' })),
];
const requested: History = [
  ...inProgress,
  ...by(head, on('2026-09-01'))(fact('RecognitionRequested', { evidence: [report], results: [] })),
];
const supplement: History = [
  ...requested,
  ...by(body, on('2026-09-05'))(fact('SupplementRequired', { missing: ['Ảnh'], dueOn: '2026-09-15' })),
];
const team = [lan, minh, hoa].map(({ personId }) => ({ personId, unitId: BODY }));
const opened: History = [
  ...requested,
  ...by(body, on('2026-09-20'))(fact('AppraisalOpened', { team, dueOn: '2026-10-20', criteriaSet })),
];
const noConflict = { conflict: false, membersLeft: 3, tooFewLeft: false };
const declared: History = [
  ...opened,
  ...[lan, minh, hoa].map((actor) =>
    recorded(fact('InterestDeclared', { personId: actor.personId, ...noConflict }), { actor }),
  ),
];
const scored: History = [
  ...declared,
  ...[lan, minh, hoa].map((actor) => recorded(fact('ModelScored', { personId: actor.personId, scores }), { actor })),
];
const appraised: History = [
  ...scored,
  ...by(body, on('2026-10-15'))(fact('ModelAppraised', { result, scores: [], aggregate: 'MEAN', minutes })),
];
const appraisedFailing: History = [
  ...scored,
  ...by(body, on('2026-10-15'))(fact('ModelAppraised', { result: failedResult, scores: [], aggregate: 'MEAN' })),
];
const voted: History = [
  ...appraised,
  ...by(body)(fact('VoteHeld', { ...voteData, heldOn: '2026-10-20', quorumMet: true, passed: true })),
];
const recognized: History = [
  ...voted,
  ...by(signer, on('2026-11-10'))(fact('ModelRecognized', { modelId: 'model-1', ...decision }, '2026-11-10')),
];
const correctionAsked: History = [
  ...recognized,
  ...by(
    body,
    on('2026-12-01'),
  )(
    fact('CorrectionRequested', {
      ...{ correctionId: 'command-1', entryRevision: 0, field: 'name', oldValue: form.name },
      ...{ newValue: 'Tổ tự quản đường hoa số 1', reason: 'Gõ sai' },
      document: { number: '12-CV/TU', issuedOn: '2026-03-01' },
    }),
  ),
];
const notRecognized: History = [
  ...voted,
  ...by(signer, on('2026-11-10'))(fact('RecognitionRefused', { ...decision, reason: 'Chưa rõ' }, '2026-11-10')),
];

/** What had happened by each stage of one registration's life. */
export const histories = {
  draft,
  submitted,
  returned,
  declined: [...submitted, ...by(body)(fact('RegistrationDeclined', { reason: 'Trùng' }))],
  registered,
  inProgress,
  requested,
  supplement,
  opened,
  declared,
  scored,
  appraised,
  appraisedFailing,
  voted,
  recognized,
  correctionAsked,
  sourceRevoked: [...recognized, ...by(SYSTEM)(fact('SourceRevoked', revocation))],
  notRecognized,
  withdrawn: [...submitted, ...by(head)(fact('RegistrationWithdrawn', { reason: 'Thôi' }))],
  discontinued: [...registered, ...by(body)(fact('ModelDiscontinued', { reason: 'Dừng' }))],
  revoked: [
    ...recognized,
    ...by(signer)(fact('RecognitionRevoked', { ...decision, ground: 'Gian dối', citesDecisionId: 'decision-1' })),
  ],
} as const satisfies Record<string, History>;
