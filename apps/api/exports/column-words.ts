import type { Role } from '#domain';
import type { Import, ImportKind } from '#imports';
import {
  kindOf,
  type AuditKind,
  type BoardEntry,
  type CommendationRow,
  type CycleRow,
  type DecisionRow,
  type GrantRow,
  type NumberEntry,
  type RegistrationLine,
  type RegulationItem,
  type ReminderEntry,
  type Task,
  type TypicalModel,
  type UnitItem,
} from '#read-models';
import type { Incident } from '#use-cases';
import * as words from '#words';

type Code<Value> = NonNullable<Value> extends string ? (string extends NonNullable<Value> ? never : Value) : never;

/** The words of each column that holds codes: a column or a code more does not compile without its words. */
type WordsOf<Row> = {
  readonly [Column in keyof Row as [Code<Row[Column]>] extends [never] ? never : Column]: words.Words<
    NonNullable<Row[Column]> & string
  >;
};

/** What the acts of the trail are about. */
const AUDIT_KIND_NAMES: words.Words<AuditKind> = {
  CORRECTIONS: ['đính chính', 'correction'],
  GRANTS: ['trao quyền', 'grant of power'],
  DECISIONS: ['quyết định', 'decision'],
  REGISTRATIONS: ['đăng ký', 'registration'],
  APPRAISALS: ['thẩm định', 'appraisal'],
  RECOGNITIONS: ['công nhận', 'recognition'],
  COMMENDATIONS: ['khen thưởng', 'commendation'],
  REPORTS: ['báo cáo', 'report'],
  REMINDERS: ['nhắc việc', 'reminder'],
  EVIDENCE: ['minh chứng', 'evidence'],
  UNITS: ['đơn vị', 'unit'],
  RULES: ['quy định, đợt thi đua', 'rules and cycles'],
  ACCOUNTS: ['tài khoản', 'account'],
  EXPORTS: ['dữ liệu đưa ra', 'data taken out'],
  INCIDENTS: ['sự cố', 'incident'],
};

/** What lists that were imported are of, and how their import stands. */
const IMPORT_KIND_NAMES: words.Words<ImportKind> = {
  units: ['đơn vị', 'units'],
  registrations: ['mô hình', 'models'],
};
const IMPORT_STATUS_NAMES: words.Words<Import['status']> = {
  QUEUED: ['đang chờ', 'waiting'],
  RUNNING: ['đang chạy', 'under way'],
  ENDED: ['đã xong', 'ended'],
  CANCELLED: ['đã dừng giữa chừng', 'stopped'],
  UNUSABLE: ['không dùng được tệp', 'file not usable'],
};

interface Lists {
  readonly units: WordsOf<UnitItem>;
  readonly regulations: WordsOf<RegulationItem>;
  readonly cycles: WordsOf<CycleRow>;
  readonly registrations: WordsOf<RegistrationLine>;
  readonly decisions: WordsOf<DecisionRow>;
  readonly numbers: WordsOf<NumberEntry>;
  readonly commendations: WordsOf<CommendationRow>;
  readonly tasks: WordsOf<Task<unknown>>;
  readonly reports: WordsOf<BoardEntry>;
  readonly grants: WordsOf<GrantRow>;
  readonly imports: WordsOf<Import>;
  readonly reminders: WordsOf<ReminderEntry>;
  readonly movement: { readonly key: Column };
  readonly models: WordsOf<TypicalModel>;
  readonly incidents: WordsOf<Incident>;
  readonly candidates: { readonly kind: Column; readonly act: Column; readonly decisionStatus: Column };
}

type Column = Readonly<Record<string, words.Word>>;

const LISTS: Lists = {
  units: { kind: words.UNIT_KIND_NAMES },
  regulations: { status: words.REGULATION_STATUS_NAMES },
  cycles: { status: words.CYCLE_STATUS_NAMES },
  registrations: {
    status: words.REGISTRATION_STATUS_NAMES,
    subjectType: words.SUBJECT_TYPE_NAMES,
    originKind: words.ORIGIN_NAMES,
    sourceRevoked: words.REVOKED_NAMES,
  },
  decisions: { status: words.DECISION_STATUS_NAMES, act: words.ACT_NAMES },
  numbers: { status: words.NUMBER_STATUS_NAMES, decisionStatus: words.DECISION_STATUS_NAMES },
  commendations: {
    status: words.COMMENDATION_STATUS_NAMES,
    recipientType: words.RECIPIENT_TYPE_NAMES,
    achievementKind: words.ACHIEVEMENT_KIND_NAMES,
    achievementRevoked: words.REVOKED_NAMES,
    form: words.AWARD_FORM_NAMES,
    scope: words.COMMENDATION_SCOPE_NAMES,
  },
  tasks: { kind: words.TASK_KIND_NAMES },
  reports: {
    status: words.REPORT_STATUS_NAMES,
    kind: words.REPORT_KIND_NAMES,
    standing: words.STANDING_NAMES,
  },
  imports: { kind: IMPORT_KIND_NAMES, status: IMPORT_STATUS_NAMES },
  grants: { status: words.GRANT_STATUS_NAMES, role: words.ROLE_NAMES },
  reminders: {
    type: words.REMINDER_NAMES,
    kind: words.DUTY_NAMES,
    recipient: words.RUNG_RECIPIENT_NAMES,
    channel: words.CHANNEL_NAMES,
    cause: words.CAUSE_NAMES,
  },
  movement: { key: { ...words.SUBJECT_TYPE_NAMES, '': ['tổng', 'total'] } },
  models: { unitKind: words.UNIT_KIND_NAMES, subjectType: words.SUBJECT_TYPE_NAMES },
  incidents: { status: words.INCIDENT_STATUS_NAMES },
  candidates: { kind: words.TASK_KIND_NAMES, act: words.ACT_NAMES, decisionStatus: words.DECISION_STATUS_NAMES },
};

/** The status of a task is that of what it is about. */
const OF_TASKS: Readonly<Record<Task<unknown>['kind'], Column>> = {
  registration: words.REGISTRATION_STATUS_NAMES,
  commendation: words.COMMENDATION_STATUS_NAMES,
  decision: words.DECISION_STATUS_NAMES,
  report: words.REPORT_STATUS_NAMES,
  appointment: words.GRANT_STATUS_NAMES,
  regulation: words.REGULATION_STATUS_NAMES,
};

/** An event is told by what it is about. */
const isEventType = (list: string, column: string): boolean =>
  list === 'incidents' ? column === 'eventType' : ['timeline', 'audit'].includes(list) && column === 'type';

/** Reports are also sought by how they stand. */
const REPORTS: Column = { ...words.STANDING_NAMES, ...words.ABSENT_NAMES, ...words.REPORT_STATUS_NAMES };

/** The word for a code in a column of a list; undefined where the column holds no codes. */
export const wordIn = (list: string, column: string, row: object, code: string): words.Word | undefined => {
  if (isEventType(list, column)) {
    const kind = kindOf(code);
    return kind && AUDIT_KIND_NAMES[kind];
  }
  if (list === 'audit' && column === 'kind') return AUDIT_KIND_NAMES[code as AuditKind];
  if (list === 'people' && column === 'role') return words.ROLE_NAMES[code as Role];
  if (list === 'reports' && column === 'status') return REPORTS[code];
  if (list === 'reports' && column === 'standing' && code === 'ON_TIME')
    return words.ON_TIME_NAMES[(row as BoardEntry).workingDays === null ? 'SUBMITTED' : 'OWED'];
  if (list === 'tasks' && column === 'status') return OF_TASKS[(row as Task<unknown>).kind][code];
  const columns = (LISTS as unknown as Readonly<Record<string, Readonly<Record<string, Column>> | undefined>>)[list];
  return columns?.[column]?.[code];
};
