import type {
  apiKey,
  Availability,
  calendar,
  commendation,
  decision,
  DocumentKind,
  evidence,
  incident,
  organization,
  registration,
  regulation,
  reporting,
  Role,
  webhook,
} from '#domain';
import type { Beginning, Incident, NextNumber, ReportForm, Requirements, StillMissing, TaskToday } from '#use-cases';
import type { ApiKey, NewSecondFactor } from '#identity';
import type { Import, ImportedRow } from '#imports';
import type {
  CountingReport,
  AuditEntry,
  BoardCoverage,
  BoardEntry,
  CommendationDetail,
  CommendationRow,
  CycleRow,
  DecisionDetail,
  DecisionRow,
  ModelFile,
  MovementStatistics,
  NumberEntry,
  Page,
  PersonItem,
  RegistrationDetail,
  RegistrationLine,
  RegulationItem,
  RegulationRow,
  ReminderEntry,
  ReportDetail,
  GrantRow,
  TimelineEntry,
  TypicalModel,
  UnitDetail,
  UnitItem,
} from '#read-models';
import type { PersonalSettings, SavedView } from '#preferences';
import type { InboxItem, OutboxMessage, ReminderItem } from '#reminders';
import type { ProposedHoliday } from '#reminders';
import type { Parked, WebhookDetail, WebhookItem } from '#webhooks';
import type { ToldAction, ToldRemark, WhoCan } from './actions.ts';
import type { Sentence } from '#problems';
import type { Eligibility } from './choice.ts';
import type {
  AnswerToIssue,
  AnswerWithAppointment,
  AnswerWithCode,
  NewApiKey,
  WebhookWithSecret,
} from './command-answers.ts';
import type { NamesOfCodes } from './names-of-codes.ts';
import type { FoundView, PersonAnswer, WhoAmI } from './person-answers.ts';
import type { FeedPage, Readiness, Update } from './service-answers.ts';

/** What the API answers, by name: the schemas of the OpenAPI document are generated from this. */
export interface Answers {
  readonly Unit: UnitItem;
  readonly UnitDetail: Omit<UnitDetail, 'appointments'>;
  readonly PersonWithAppointments: PersonItem;
  readonly Person: PersonAnswer;
  readonly Grant: GrantRow;
  readonly Regulation: RegulationItem;
  readonly RegulationDetail: RegulationRow & {
    /** Of a draft: what whoever puts it in force should know, in sentences. */
    readonly remarks: readonly string[];
  };
  readonly StartingRegulations: WholeList<StartingRegulation>;
  readonly StartingRegulation: StartingRegulation & { readonly content: regulation.RegulationContent };
  readonly StepLack: regulation.StepLack & { readonly stepName: Sentence };
  /** Marked are days that are settled anew each year. */
  readonly ProposedHolidays: WholeList<ProposedHoliday> & { readonly year: number };
  readonly WorkingDays: calendar.Arithmetic & { readonly sentence: string };
  readonly Cycle: CycleRow;
  readonly Registration: RegistrationLine;
  readonly RegistrationDetail: Waits<RegistrationDetail> & {
    /** Of the criteria of its results and scores, by code; none where the dossier is not told. */
    readonly criterionNames: NamesOfCodes;
  };
  /** The reports whose locked figures count a registration. */
  readonly CountingReports: WholeList<CountingReport>;
  readonly ModelFile: Eligibility & ModelFile;
  readonly Place: Eligibility & {
    readonly cycleId: string;
    readonly unitId: string;
    readonly deadline: string;
    /** What stands in the way of handing it in today, or what that takes besides. */
    readonly remark: ToldRemark | null;
  };
  readonly Appraiser: Eligibility & { readonly personId: string; readonly unitId: string };
  readonly Signer: Eligibility & { readonly personId: string; readonly unitId: string };
  readonly Adopter: Eligibility & { readonly cycleId: string; readonly unitId: string };
  readonly Approver: Eligibility & { readonly personId: string; readonly unitId: string };
  readonly CorrectableFields: WholeList<
    Eligibility & { readonly field: registration.CorrectableField; readonly name: Sentence; readonly value: string }
  >;
  readonly Requirements: RequirementsAnswer;
  readonly CommendationRequirements: {
    readonly documents: readonly { readonly kind: DocumentKind; readonly name: Sentence }[];
  };
  readonly SigningBodies: WholeList<Eligibility & { readonly unitId: string; readonly kind: organization.UnitKind }>;
  readonly DecisionCandidate: DecisionCandidate;
  readonly TypicalModel: Eligibility & TypicalModel;
  readonly TimelineEntry: TimelineEntry;
  readonly AuditEntry: AuditEntry;
  readonly Actions: Actions<registration.ActionType, registration.Availability>;
  readonly Decision: DecisionRow;
  readonly DecisionDetail: Waits<DecisionDetail>;
  readonly NumberEntry: NumberEntry & { readonly docTypeName: string | null };
  readonly NextNumbers: WholeList<NextNumber>;
  readonly Commendation: CommendationRow;
  readonly CommendationDetail: Waits<CommendationDetail>;
  readonly Task: TaskToday<AwaitedPath>;
  readonly Movement: MovementStatistics & { readonly asOf: string };
  readonly Evidence: Extract<evidence.EvidenceState, { readonly status: 'ADDED' }>;
  readonly Report: BoardEntry;
  readonly ReportCoverage: BoardCoverage & { readonly text: string; readonly asOf: string };
  readonly ReportDetail: Waits<ReportDetail> & { readonly timeline: string; readonly figureNames: NamesOfCodes };
  readonly ReportForm: ReportForm;
  readonly ReportConsolidation: Omit<reporting.LastConsolidation, 'version'> & {
    readonly text: string;
    readonly figureNames: NamesOfCodes;
  };
  readonly ReportActions: Actions<reporting.ActionType, reporting.Availability>;
  readonly DecisionActions: Actions<decision.ActionType, decision.Availability>;
  readonly RegulationActions: Actions<regulation.ActionType, regulation.Availability>;
  readonly CycleActions: Actions<regulation.cycle.ActionType, regulation.cycle.Availability>;
  readonly UnitActions: Actions<organization.unit.ActionType, organization.unit.Availability>;
  readonly PersonActions: Actions<organization.person.ActionType, organization.person.Availability>;
  readonly WebhookActions: Actions<webhook.ActionType, webhook.Availability>;
  readonly ApiKeyActions: Actions<apiKey.ActionType, apiKey.Availability>;
  readonly IncidentActions: Actions<incident.ActionType, incident.Availability>;
  readonly OwnActions: Readonly<
    Record<Beginning, ToldAction<'role-not-allowed' | 'cycle-not-open' | 'unit-not-active'>>
  >;
  readonly ImportActions: { readonly CancelImport: ToldAction<'import-over' | 'role-not-allowed'> };
  readonly CommendationActions: Actions<commendation.ActionType, commendation.Availability>;
  readonly Inbox: Inbox;
  readonly Delivery: { readonly email: boolean; readonly language: 'vi' | 'en'; readonly allowed: boolean };
  readonly Reminder: ReminderEntry;
  readonly ReminderMessages: { readonly items: readonly OutboxMessage[]; readonly next: string | null };
  readonly WhoAmI: WhoAmI;
  readonly Import: ImportAnswer;
  readonly ImportRows: { readonly items: readonly ImportRowAnswer[]; readonly next: string | null };
  readonly ApiKeys: Page<ApiKey>;
  readonly NewApiKey: NewApiKey;
  readonly Incident: Incident;
  readonly StillMissing: WholeList<StillMissingAnswer>;
  readonly DryRun: {
    /** Each with what would change as a sentence. */
    readonly changes: readonly (registration.DryRunChange & { readonly sentence: string })[];
  };
  readonly Webhooks: Page<WebhookItem>;
  readonly WebhookDetail: WebhookDetail;
  readonly WebhookDeliveries: Page<Parked>;
  readonly WebhookWithSecret: WebhookWithSecret;
  readonly AnswerToIssue: AnswerToIssue;
  readonly AnswerWithAppointment: AnswerWithAppointment;
  readonly AnswerWithCode: AnswerWithCode;
  readonly NewSecondFactor: NewSecondFactor;
  readonly Found: WholeList<FoundThing>;
  readonly Settings: PersonalSettings;
  readonly SavedView: SavedView;
  readonly SavedViews: WholeList<FoundView>;
  readonly FeedPage: FeedPage;
  readonly Update: Update;
  readonly Live: { readonly status: 'live' };
  readonly Ready: Readiness;
}

type Actions<Type extends string, Available extends Availability<string>> = Readonly<
  Record<Type, ToldAction<Extract<Available, { readonly allowed: false }>['reason']>>
>;

/** A list that has no pages. */
interface WholeList<Item> {
  readonly items: readonly Item[];
  readonly next: null;
}

/** An illustrative regulation to start from. */
interface StartingRegulation {
  /** Of the office it is for. */
  readonly kind: regulation.StartingKind;
  readonly year: number;
  readonly title: string;
  readonly description: string;
}

/** What the regulation asks of a registration; `given` is what is there already. */
interface RequirementsAnswer {
  readonly items: readonly (Requirements['items'][number] & { readonly name: Sentence })[];
  readonly documents: readonly (Requirements['documents'][number] & { readonly name: Sentence })[];
  readonly criteria: Requirements['criteria'];
}

interface DecisionCandidate extends Eligibility {
  readonly kind: decision.ItemKind;
  readonly id: string;
  /** The model's or recipient's name. */
  readonly name: string;
  readonly unitId: string;
  readonly cycleId: string;
  /** The decision under way on it, where there is one that the asker sees. */
  readonly decisionId: string | null;
  readonly decisionTitle: string | null;
  readonly decisionStatus: DecisionRow['status'] | null;
}

/** One thing an office lacks before its first registration. */
interface StillMissingAnswer {
  readonly thing: StillMissing['thing'];
  /** Whom it lacks, when it is a person or their password. */
  readonly role: Role | null;
  /** What is to be done about it. */
  readonly sentence: string;
}

/** A thing that a search found, as far as its reader sees it. */
interface FoundThing {
  readonly kind: 'registration' | 'decision' | 'commendation' | 'unit' | 'person';
  readonly id: string;
  readonly name: string;
  /** Whose it is; of a unit, the one above. */
  readonly unitId: string | null;
  readonly cycleId: string | null;
  /** Of a unit, its kind. */
  readonly status: string | null;
  /** Of an issued decision. */
  readonly number: string | null;
  /** The day that such a number is of: another year counts anew. */
  readonly issuedOn: string | null;
}

/** One act that is awaited, of a role in the acting unit or above it, or of one person alone. */
export interface AwaitedPath {
  /** The command's path, e.g. `request-recognition`. */
  readonly command: string;
  /** What it does. */
  readonly name: Sentence;
  readonly role: Role;
  /** When only this person can do it: an appraiser of the team. */
  readonly personId?: string;
  /** Of a correction that is to be approved: which one. It stands in the dossier. */
  readonly correctionId?: string;
  /** Of a decision that is to be drafted: for which act, and its name. */
  readonly act?: regulation.Act;
  readonly actName?: Sentence;
  /** Why it cannot be done today; null when nothing stands in the way. */
  readonly obstacle: Sentence | null;
  /** What it takes besides, or leads to; null when there is nothing to say. */
  readonly remark: ToldRemark | null;
}

/** A command that a thing waits for today, and whom it waits for. */
export interface WaitsFor {
  /** The command's path, as a task names it. */
  readonly command: string;
  readonly name: Sentence;
  /** It is among the asker's own tasks. */
  readonly mine: boolean;
  /** Who can give it, by role and unit; empty when nobody can as things are. */
  readonly who: readonly Omit<WhoCan, 'unitName'>[];
  readonly dueOn: string | null;
  /** Of a decision that the asker is to draft: what it is to decide. */
  readonly act?: regulation.Act;
  /** Why the asker, whom it waits for, cannot give it today; null when nothing stands in the way. */
  readonly obstacle: Sentence | null;
  /** What the asker should know before; null where there is nothing. */
  readonly remark: Sentence | null;
}

type Waits<Of> = Of & {
  /** Empty when nothing is awaited; null where it is not told: of the past, or of an appraisal others are at. */
  readonly waitsFor: readonly WaitsFor[] | null;
};

/** The reminders of one person; each duty with its sentence in the reader's language. */
interface Inbox {
  readonly items: readonly (Omit<InboxItem, 'items'> & {
    readonly duties: readonly (ReminderItem & { readonly sentence: string })[];
  })[];
  readonly next: string | null;
  /** Of all messages, not of this page. */
  readonly unread: number;
}

/** A list that somebody sent. */
interface ImportAnswer extends Pick<
  Import,
  'id' | 'kind' | 'fileName' | 'size' | 'dryRun' | 'status' | 'done' | 'counts' | 'ignored' | 'createdAt'
> {
  /** Who sent it. */
  readonly personId: string;
  /** The sheet that was read, or is to be. */
  readonly sheet: string | null;
  readonly cycleId: string | null;
  readonly unitId: string | null;
  /** Rows of the list; null until it was read. */
  readonly total: number | null;
  /** How the list was read, and why it was not. */
  readonly notices: readonly string[];
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** Where the log stood when it was over: for `X-Kheo-Wait-For`, to read all that was imported. */
  readonly position: number | null;
}

interface ImportRowAnswer {
  /** As the office program shows it. */
  readonly line: number;
  readonly outcome: ImportedRow['kind'];
  /** As it stands in the returned list. */
  readonly text: string;
  /** The columns it is about. */
  readonly cells: readonly string[];
}
