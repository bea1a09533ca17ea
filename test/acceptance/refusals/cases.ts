import { PASSWORD } from '#support';
import type { ProblemCode } from '../../../apps/api/index.ts';
import { RESULTS, SCORES } from '../security/life.ts';
import { fileForm, form, listForm } from '../security/world.ts';
import { NOTHING, type Asker, type Stage, type Things } from './stage.ts';

type Json = Readonly<Record<string, unknown>>;

/** A wrong input to one step of the API. */
export interface Case {
  /** What is wrong with it, as one would tell a colleague. */
  readonly wrong: string;
  /** On what the step is tried; left out where the step creates. */
  readonly on?: keyof Things;
  /** What is said otherwise than in the well-formed body of `security/bodies.ts`. */
  readonly saying?: Json | ((stage: Stage) => Json);
  /** Who asks; the author of all that stands on the stage unless told. */
  readonly by?: Asker;
  /** How it is refused. */
  readonly code: ProblemCode;
}

const YESTERDAY = '2026-02-01';
const TOMORROW = '2026-02-03';
const UNKNOWN_FILE = { evidenceIds: [NOTHING] };

/** Every step that changes something → a wrong input to it. */
export const CASES: Readonly<Record<string, Case>> = {
  // Units and people
  'POST /api/units': {
    wrong: 'the unit begins before the unit above it',
    saying: { from: '2020-01-01' },
    code: 'outside-parent-period',
  },
  'POST /api/units/{id}/rename': { wrong: 'the name is the present one', on: 'unit', code: 'name-unchanged' },
  'POST /api/units/{id}/move': {
    wrong: 'the new unit above lies below',
    on: 'unit',
    saying: { from: TOMORROW },
    code: 'parent-is-below',
  },
  'POST /api/units/{id}/close': { wrong: 'units below are still open', on: 'unit', code: 'has-open-children' },
  'POST /api/people': { wrong: 'the address is none', saying: { email: 'khong-phai' }, code: 'email-invalid' },
  'POST /api/people/{id}/appoint': { wrong: 'they hold that role already', on: 'inspector', code: 'already-appointed' },
  'POST /api/people/{id}/confirm-appointment': {
    wrong: 'nothing of the kind is proposed',
    on: 'personWithoutAccount',
    code: 'proposal-missing',
  },
  'POST /api/people/{id}/decline-appointment': {
    wrong: 'nothing of the kind is proposed',
    on: 'personWithoutAccount',
    code: 'proposal-missing',
  },
  'POST /api/people/{id}/end-appointment': {
    wrong: 'the end lies in the past',
    on: 'inspector',
    code: 'end-in-the-past',
  },
  'POST /api/people/{id}/invite': {
    wrong: 'somebody else has that user name',
    on: 'personWithoutAccount',
    code: 'username-taken',
  },
  'POST /api/people/{id}/reset-account': {
    wrong: 'there is no account',
    on: 'personWithoutAccount',
    code: 'account-missing',
  },
  'POST /api/people/{id}/change-email': {
    wrong: 'it is no address',
    on: 'inspector',
    saying: { email: '<a@c.vn>' },
    code: 'email-invalid',
  },
  'POST /api/people/{id}/remove-second-factor': {
    wrong: 'they have none',
    on: 'inspector',
    code: 'second-factor-missing',
  },
  'POST /api/people/{id}/unlock-account': {
    wrong: 'there is no account',
    on: 'personWithoutAccount',
    code: 'account-missing',
  },
  'POST /api/people/{id}/disable-account': {
    wrong: 'there is no account',
    on: 'personWithoutAccount',
    code: 'account-missing',
  },

  // Regulations and cycles
  'POST /api/regulations': {
    wrong: 'the unit is closed',
    saying: ({ things }) => ({ unitId: things.closedUnit }),
    code: 'unit-not-active',
  },
  'POST /api/regulations/{id}/revise': {
    wrong: 'it is in force already',
    on: 'regulationInForce',
    code: 'regulation-not-draft',
  },
  'POST /api/regulations/{id}/publish': {
    wrong: 'who wrote it puts it in force',
    on: 'draftRegulation',
    code: 'drafter-publishes',
  },
  'POST /api/regulations/{id}/supersede': {
    wrong: 'it would follow itself',
    on: 'regulationInForce',
    code: 'successor-unfit',
  },
  'POST /api/regulations/{id}/dry-run': {
    wrong: 'it is tried against one that does not exist',
    on: 'draftRegulation',
    saying: { againstRegulationId: NOTHING },
    code: 'regulation-missing',
  },
  'POST /api/regulations/{id}/amend-calendar': {
    wrong: 'a day is taken out that is not in the calendar',
    on: 'regulationInForce',
    saying: { removedHolidays: ['2026-05-19'] },
    code: 'day-not-in-calendar',
  },
  'POST /api/cycles': {
    wrong: 'it ends before it begins',
    saying: { untilYear: 2025 },
    code: 'years-out-of-order',
  },
  'POST /api/cycles/{id}/extend-deadline': {
    wrong: 'the deadline moves to an earlier day',
    on: 'cycle',
    code: 'not-an-extension',
  },
  'POST /api/reports/{id}/remind': { wrong: 'it came in', on: 'submittedReport', code: 'wrong-status' },
  'POST /api/cycles/{id}/close': { wrong: 'it is closed already', on: 'closedCycle', code: 'cycle-closed' },

  // Registering a model
  'POST /api/registrations': {
    wrong: 'there is no such cycle',
    saying: { cycleId: NOTHING },
    code: 'cycle-not-open',
  },
  'POST /api/registrations/{id}/revise': {
    wrong: 'the regulation has no such field',
    on: 'draft',
    saying: { form: { ...form('Mô hình'), field: 'KHONG_CO' } },
    code: 'field-unknown',
  },
  'POST /api/registrations/{id}/submit': {
    wrong: 'a required part is not filled in',
    on: 'withoutSituation',
    code: 'required-item-missing',
  },
  'POST /api/registrations/{id}/return': {
    wrong: 'it is due yesterday',
    on: 'submitted',
    saying: { dueOn: YESTERDAY },
    by: 'reader',
    code: 'date-in-past',
  },
  'POST /api/registrations/{id}/accept': {
    wrong: 'the unit has a model of that name in the cycle',
    on: 'nameInUse',
    by: 'reader',
    code: 'name-taken',
  },
  'POST /api/registrations/{id}/decline': { wrong: 'it was never submitted', on: 'draft', code: 'wrong-status' },
  'POST /api/registrations/{id}/withdraw': { wrong: 'it is recognized', on: 'recognized', code: 'wrong-status' },

  // Building it
  'POST /api/registrations/{id}/start': {
    wrong: 'work began before it was registered',
    on: 'registered',
    saying: { startedOn: YESTERDAY },
    code: 'started-before-registration',
  },
  'POST /api/registrations/{id}/record-progress': {
    wrong: 'a file does not exist',
    on: 'inProgress',
    saying: UNKNOWN_FILE,
    code: 'evidence-unknown',
  },
  'POST /api/registrations/{id}/record-inspection': {
    wrong: 'the remedy is due yesterday',
    on: 'inProgress',
    saying: { remedyDueOn: YESTERDAY },
    code: 'date-in-past',
  },
  'POST /api/registrations/{id}/discontinue': { wrong: 'it is not registered', on: 'draft', code: 'wrong-status' },
  'POST /api/registrations/{id}/request-recognition': {
    wrong: 'a criterion has no result',
    on: 'inProgress',
    saying: { results: RESULTS.slice(1) },
    code: 'result-missing',
  },
  'POST /api/registrations/{id}/require-supplement': {
    wrong: 'more days are granted than the regulation allows',
    on: 'requested',
    saying: { dueOn: '2026-12-31' },
    code: 'supplement-term-too-long',
  },
  'POST /api/registrations/{id}/provide-supplement': {
    wrong: 'a file does not exist',
    on: 'supplementRequired',
    saying: UNKNOWN_FILE,
    code: 'evidence-unknown',
  },
  'POST /api/registrations/{id}/lapse-dossier': {
    wrong: 'the day has not passed',
    on: 'supplementRequired',
    code: 'supplement-not-overdue',
  },

  // Appraising it
  'POST /api/registrations/{id}/open-appraisal': {
    wrong: 'its author is on the team',
    on: 'requested',
    saying: ({ world }) => ({ team: [world.keeperId] }),
    code: 'member-drafted-or-submitted',
  },
  'POST /api/registrations/{id}/declare-interest': {
    wrong: 'somebody who is not on the team',
    on: 'underAppraisal',
    code: 'not-on-team',
  },
  'POST /api/registrations/{id}/score': {
    wrong: 'they have not yet said whether they have an interest',
    on: 'underAppraisal',
    saying: { scores: SCORES },
    by: 'appraiser',
    code: 'interest-not-declared',
  },
  'POST /api/registrations/{id}/conclude-appraisal': {
    wrong: 'scores are outstanding',
    on: 'underAppraisal',
    by: 'reader',
    code: 'scores-outstanding',
  },
  'POST /api/registrations/{id}/record-vote': {
    wrong: 'the regulation has no vote',
    on: 'appraised',
    code: 'no-vote-in-regulation',
  },
  'POST /api/registrations/{id}/reopen-appraisal': {
    wrong: 'recognition was not refused',
    on: 'appraised',
    code: 'wrong-status',
  },

  // Afterwards
  'POST /api/registrations/{id}/mark-typical': { wrong: 'it is so already', on: 'recognized', code: 'already-typical' },
  'POST /api/registrations/{id}/replicate': {
    wrong: 'the unit would replicate its own model',
    on: 'recognized',
    code: 'adopting-unit-is-source',
  },
  'POST /api/registrations/{id}/carry-forward': {
    wrong: 'into the same cycle',
    on: 'recognized',
    code: 'cycle-not-later',
  },
  'POST /api/registrations/{id}/request-correction': {
    wrong: 'there is no such field',
    on: 'recognized',
    saying: { field: 'ten_goi' },
    code: 'field-not-correctable',
  },
  'POST /api/registrations/{id}/approve-correction': {
    wrong: 'nothing of the kind waits',
    on: 'recognized',
    code: 'correction-unknown',
  },
  'POST /api/registrations/{id}/decline-correction': {
    wrong: 'nothing of the kind waits',
    on: 'recognized',
    code: 'correction-unknown',
  },
  'POST /api/registrations/{id}/settle-revoked-source': {
    wrong: 'its source was not revoked',
    on: 'recognized',
    code: 'nothing-to-settle',
  },

  // Decisions
  'POST /api/decisions': {
    wrong: 'a model is named twice',
    saying: ({ things }) => ({ items: [1, 2].map(() => ({ kind: 'registration', id: things.appraised })) }),
    code: 'item-twice',
  },
  'POST /api/decisions/{id}/cancel': { wrong: 'it is issued', on: 'issuedDecision', code: 'wrong-status' },
  'POST /api/decisions/{id}/freeze': {
    wrong: 'a model was not appraised',
    on: 'draftDecision',
    code: 'item-not-eligible',
  },
  'POST /api/decisions/{id}/issue': {
    wrong: 'who froze it signs',
    on: 'frozenDecision',
    by: 'reader',
    code: 'signer-froze',
  },
  'POST /api/decisions/{id}/file-paper': {
    wrong: 'the file is a photo',
    on: 'issuedDecision',
    saying: ({ world }) => ({ paperId: world.belongings.P.evidence }),
    code: 'signed-paper-required',
  },
  'POST /api/decisions/{id}/void-number': {
    wrong: 'the book has no number for it',
    on: 'draftDecision',
    code: 'number-unknown',
  },

  // Commendations and files
  'POST /api/commendations': { wrong: 'the dossier is incomplete', code: 'document-missing' },
  'POST /api/commendations/{id}/revise': { wrong: 'it was not returned', on: 'proposal', code: 'wrong-status' },
  'POST /api/commendations/{id}/return': {
    wrong: 'it is due yesterday',
    on: 'proposal',
    saying: { dueOn: YESTERDAY },
    code: 'date-in-past',
  },
  'POST /api/commendations/{id}/verify': {
    wrong: 'who proposed it verifies it',
    on: 'proposal',
    code: 'own-proposal',
  },
  'POST /api/commendations/{id}/record-council-review': {
    wrong: 'the paper is no minutes',
    on: 'verifiedProposal',
    saying: ({ world }) => ({ minutesId: world.belongings.B.evidence }),
    by: 'reader',
    code: 'minutes-required',
  },
  'POST /api/commendations/{id}/submit': {
    wrong: 'the council has not met',
    on: 'verifiedProposal',
    code: 'wrong-status',
  },
  'POST /api/commendations/{id}/settle-revoked-achievement': {
    wrong: 'it rests on no revoked model',
    on: 'proposal',
    code: 'nothing-to-settle',
  },
  'POST /api/commendations/{id}/withdraw': {
    wrong: 'it is withdrawn already',
    on: 'withdrawnProposal',
    code: 'wrong-status',
  },
  'POST /api/evidence': {
    wrong: 'the unit is closed',
    saying: ({ things }) => ({ unitId: things.closedUnit }),
    code: 'unit-not-active',
  },
  'POST /api/imports': {
    wrong: 'the cycle is closed',
    saying: ({ things }) => ({ cycleId: things.closedCycle }),
    code: 'cycle-not-open',
  },
  'POST /api/imports/{id}/cancel': { wrong: 'it is over', on: 'endedImport', code: 'import-over' },

  // Reports
  'POST /api/reports/{id}/submit': {
    wrong: 'the total is not the sum of its parts',
    on: 'openReport',
    saying: { figures: { BUOI_TUYEN_TRUYEN: 1, LUOT_NAM: 4, LUOT_NU: 6, LUOT_NGUOI: 11 } },
    code: 'figures-do-not-add-up',
  },
  'POST /api/reports/{id}/return': {
    wrong: 'it is due yesterday',
    on: 'submittedReport',
    saying: { dueOn: YESTERDAY },
    by: 'reader',
    code: 'date-in-past',
  },
  'POST /api/reports/{id}/approve': {
    wrong: 'who submitted it approves it',
    on: 'submittedReport',
    code: 'own-report',
  },
  'POST /api/reports/{id}/consolidate': {
    wrong: 'nothing below is approved',
    on: 'consolidatedReport',
    code: 'nothing-to-consolidate',
  },
  'POST /api/reports/{id}/close': { wrong: 'it is not approved', on: 'submittedReport', code: 'wrong-status' },
  'POST /api/reports/{id}/reopen': { wrong: 'it is not closed', on: 'submittedReport', code: 'wrong-status' },
  'POST /api/reports/{id}/excuse': { wrong: 'it came in', on: 'submittedReport', code: 'wrong-status' },
  'POST /api/reports/{id}/extend': {
    wrong: 'the due date moves to an earlier day',
    on: 'openReport',
    saying: { dueOn: '2025-06-01' },
    code: 'not-an-extension',
  },

  // Reminders
  'POST /api/inbox/{id}/read': { wrong: 'it is in no inbox of theirs', on: 'nothing', code: 'not-found' },
  'POST /api/inbox/settings': {
    wrong: 'there is no such language',
    saying: { language: 'fr' },
    code: 'malformed',
  },
  'PUT /api/settings': { wrong: 'there is no such language', saying: { language: 'fr' }, code: 'malformed' },
  'PUT /api/views/{id}': { wrong: 'the query is no query', on: 'nothing', saying: { query: 'a b' }, code: 'malformed' },
  'DELETE /api/views/{id}': { wrong: 'nobody is signed in', on: 'nothing', by: 'nobody', code: 'not-signed-in' },
  'PUT /api/units/{id}/views/{viewId}': { wrong: 'there is no such unit', on: 'nothing', code: 'not-found' },
  'DELETE /api/units/{id}/views/{viewId}': { wrong: 'there is no such unit', on: 'nothing', code: 'not-found' },
  'POST /api/reminders/{id}/retry': { wrong: 'it was sent', on: 'sentMessage', code: 'reminder-not-failed' },

  // What is no workflow
  'POST /api/session': { wrong: 'the password is wrong', by: 'nobody', code: 'wrong-credentials' },
  'POST /api/session/set-password': { wrong: 'nobody handed out the code', by: 'nobody', code: 'code-invalid' },
  'POST /api/session/change-password': { wrong: 'the password is wrong', code: 'wrong-credentials' },
  'POST /api/session/change-email': {
    wrong: 'it is no address',
    saying: { current: PASSWORD, email: 'a@b..vn' },
    code: 'email-invalid',
  },
  'POST /api/session/second-factor': { wrong: 'the password is wrong', code: 'wrong-credentials' },
  'POST /api/session/second-factor/add': { wrong: 'the code is of no second factor', code: 'code-invalid' },
  'POST /api/session/second-factor/remove': {
    wrong: 'there is none',
    saying: { current: PASSWORD, code: '000000' },
    code: 'second-factor-missing',
  },
  'DELETE /api/session': { wrong: 'nobody is signed in', by: 'nobody', code: 'not-signed-in' },
  'POST /api/api-keys': { wrong: 'there is no such scope', saying: { scopes: ['tat-ca'] }, code: 'malformed' },
  'POST /api/api-keys/{id}/revoke': { wrong: 'there is no such key', on: 'nothing', code: 'not-found' },
  'POST /api/webhooks': {
    wrong: 'nobody allowed this address',
    saying: { url: 'https://khac.example.vn' },
    code: 'target-not-listed',
  },
  'POST /api/webhooks/{id}/pause': { wrong: 'there is no such webhook', on: 'nothing', code: 'webhook-missing' },
  'POST /api/webhooks/{id}/resume': { wrong: 'there is no such webhook', on: 'nothing', code: 'webhook-missing' },
  'POST /api/webhooks/{id}/remove': { wrong: 'there is no such webhook', on: 'nothing', code: 'webhook-missing' },
  'POST /api/webhooks/{id}/rotate-secret': {
    wrong: 'there is no such webhook',
    on: 'nothing',
    code: 'webhook-missing',
  },
  'POST /api/webhooks/{id}/replay': { wrong: 'there is no such webhook', on: 'nothing', code: 'webhook-missing' },
  'POST /api/incidents/{id}/retry': { wrong: 'there is no such incident', on: 'nothing', code: 'incident-missing' },
  'POST /api/incidents/{id}/resolve': { wrong: 'there is no such incident', on: 'nothing', code: 'incident-missing' },
};

/** The bodies that are not JSON. */
export const FORMS: Readonly<Record<string, (said: Json, home: string) => ReturnType<typeof fileForm>>> = {
  'POST /api/evidence': (said) => fileForm({ kind: 'PHOTO', unitId: String(said['unitId']) }, 'ảnh.txt'),
  'POST /api/imports': (said, home) => listForm(home, String(said['cycleId'])),
};
