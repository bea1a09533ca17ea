import type { Actor, registration, Role } from '#domain';
import type { CommendationRow, CommendationStatus } from './commendation-book/table.ts';
import type { ReadModelsDb } from './database.ts';
import type { DecisionItemRow, DecisionRow, DecisionStatus, NumberRow } from './decision-book/table.ts';
import type { AsOf, Page, PageRequest, Scope } from './paging/page.ts';
import type { RegistrationRow, RegistrationStatus } from './register/table.ts';
import type { CycleRow, RegulationRow } from './rules/table.ts';
import type { AwaitedAct, TaskKind } from './tasks/table.ts';
import type { AppointmentRow, PersonRow } from './units/table.ts';

/** A list question: what the reader may see, and which page. */
export interface ListQuery extends PageRequest {
  readonly scope: Scope;
}

export interface RegistrationQuery extends ListQuery, AsOf {
  /** Words of the name; case and diacritics do not matter, hits that match the typed ones come first. */
  readonly q?: string;
  readonly cycleId?: string;
  /** Units whose registrations to list: one unit, or a unit with those below it. */
  readonly unitIds?: readonly string[];
  readonly status?: readonly RegistrationStatus[];
  readonly field?: string;
  readonly subjectType?: string;
  readonly tag?: string;
  readonly modelId?: string;
  /** Ascending, or descending with `-`. `-statusSince` when absent; with `q` the better hits come first in any case. */
  readonly sort?: 'name' | '-name' | 'statusSince' | '-statusSince' | 'registeredOn' | '-registeredOn';
}

export type SearchRegistrations = (db: ReadModelsDb, query: RegistrationQuery) => Promise<Page<RegistrationRow>>;

/** The dossier of a registration as its own events tell it, in the order they happened. */
export interface RegistrationDossier {
  readonly form: registration.RegistrationForm | null;
  readonly plan: string | null;
  readonly startedOn: string | null;
  readonly returned: readonly { readonly reason: string; readonly dueOn: string; readonly recordedAt: string }[];
  readonly progress: readonly (EventData<'ProgressRecorded'> & Stamp)[];
  readonly inspections: readonly (EventData<'InspectionRecorded'> & Stamp)[];
  readonly evidence: EventData<'RecognitionRequested'>['evidence'];
  readonly results: EventData<'RecognitionRequested'>['results'];
  readonly missing: readonly string[];
  readonly team: readonly {
    readonly personId: string;
    readonly unitId: string;
    readonly declared: boolean;
    readonly conflict: boolean;
    readonly scored: boolean;
  }[];
  readonly criteriaSet: EventData<'AppraisalOpened'>['criteriaSet'] | null;
  readonly appraisal: EventData<'ModelAppraised'> | null;
  readonly vote: EventData<'VoteHeld'> | null;
  readonly replications: readonly EventData<'ModelReplicated'>[];
  readonly corrections: readonly (EventData<'EntryCorrected'> & Stamp)[];
}

export type EventData<Type extends registration.RegistrationEvent['type']> = Extract<
  registration.RegistrationEvent,
  { readonly type: Type }
>['data'];

export interface Stamp {
  readonly recordedAt: string;
  readonly personId: string;
}

export type RegistrationDetail = RegistrationRow & { readonly dossier: RegistrationDossier };

/** Undefined when there is none, or none within the scope. */
export type GetRegistration = (
  db: ReadModelsDb,
  query: { readonly id: string; readonly scope: Scope } & AsOf,
) => Promise<RegistrationDetail | undefined>;

/** One value that an event changed. */
export interface Change {
  /** JSON pointer into what the event is about, e.g. `/form/name`. */
  readonly pointer: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface TimelineEntry {
  readonly position: number;
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly actor: Actor;
  /** Names as they were on the day, null when the log does not know them. */
  readonly actorName: string | null;
  readonly unitName: string | null;
  readonly recordedAt: string;
  readonly effectiveOn: string;
  readonly commandId: string;
  readonly correlationId: string;
  /** The paper it stands on, as typed. */
  readonly document: string | null;
  readonly changes: readonly Change[];
  readonly sentence: { readonly vi: string; readonly en: string };
  readonly data: unknown;
}

/** The audit trail of one stream, oldest first. Whether the reader may see the subject is settled before. */
export type GetTimeline = (
  db: ReadModelsDb,
  query: { readonly subject: string } & PageRequest & AsOf,
) => Promise<Page<TimelineEntry>>;

export interface DecisionQuery extends ListQuery, AsOf {
  readonly cycleId?: string;
  readonly unitIds?: readonly string[];
  readonly status?: readonly DecisionStatus[];
  readonly act?: string;
  /** Part of the number as typed or of the title. */
  readonly q?: string;
}

export type ListDecisions = (db: ReadModelsDb, query: DecisionQuery) => Promise<Page<DecisionRow>>;

export type DecisionItem = Omit<DecisionItemRow, 'decisionId' | 'position'> & {
  /** The model's or recipient's name. */
  readonly name: string | null;
};

export type DecisionDetail = DecisionRow & { readonly items: readonly DecisionItem[] };

export type GetDecision = (
  db: ReadModelsDb,
  query: { readonly id: string; readonly scope: Scope } & AsOf,
) => Promise<DecisionDetail | undefined>;

export interface NumberQuery extends ListQuery {
  readonly issuerId?: string;
  readonly docType?: string;
  readonly year?: number;
  readonly term?: string;
}

export type NumberEntry = NumberRow & {
  readonly decisionTitle: string | null;
  readonly decisionStatus: DecisionStatus | null;
};

/** Number books by issuer, type and number. A voided number stands there with the reason. */
export type ListNumbers = (db: ReadModelsDb, query: NumberQuery) => Promise<Page<NumberEntry>>;

export interface CommendationQuery extends ListQuery {
  readonly q?: string;
  readonly cycleId?: string;
  readonly unitIds?: readonly string[];
  readonly status?: readonly CommendationStatus[];
  readonly recipientType?: string;
  readonly commendationScope?: string;
  readonly form?: string;
  readonly registrationId?: string;
}

export type ListCommendations = (db: ReadModelsDb, query: CommendationQuery) => Promise<Page<CommendationRow>>;

export type GetCommendation = (
  db: ReadModelsDb,
  query: { readonly id: string; readonly scope: Scope },
) => Promise<CommendationRow | undefined>;

export type StatisticsGroup = 'unit' | 'field' | 'subjectType' | 'tag' | 'cycle';

export interface StatisticsQuery extends AsOf {
  readonly scope: Scope;
  readonly cycleIds?: readonly string[];
  /** By the unit of the fact's date. */
  readonly unitIds?: readonly string[];
  readonly tag?: string;
  readonly field?: string;
  readonly subjectType?: string;
  readonly groupBy?: StatisticsGroup;
  /** With `groupBy: 'unit'`: which units are shown under which, e.g. communes under their province. */
  readonly unitGroups?: readonly { readonly groupId: string; readonly unitIds: readonly string[] }[];
}

export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

export interface MovementFigures {
  /** Accepted registrations. */
  readonly registered: number;
  /** Distinct models among them, over all the cycles asked for. */
  readonly distinctModels: number;
  /** Acts of recognition. */
  readonly recognized: number;
  readonly recognizedCollectives: number;
  readonly recognizedIndividuals: number;
  readonly refused: number;
  readonly typical: number;
  readonly proposed: number;
  /** Commendations awarded. */
  readonly commended: number;
  readonly commendedBy: readonly {
    readonly scope: string;
    readonly recipientType: string;
    readonly count: number;
  }[];
  readonly replicated: number;
  /** Beside the figures, never subtracted from them. */
  readonly adjustments: {
    readonly revoked: number;
    readonly commendationsCancelled: number;
    /** Recorded or effective behind the cut-off, about acts counted here. */
    readonly revokedLater: number;
    readonly commendationsCancelledLater: number;
  };
  readonly shares: {
    readonly recognizedOfRegistered: Ratio;
    readonly typicalOfRecognized: Ratio;
    readonly commendedOfProposed: Ratio;
  };
}

export interface MovementStatistics {
  readonly total: MovementFigures;
  /** With tags the groups may overlap: their sum is not the total. */
  readonly groups: readonly ({ readonly key: string | null } & MovementFigures)[];
}

export type GetMovementStatistics = (db: ReadModelsDb, query: StatisticsQuery) => Promise<MovementStatistics>;

export interface TaskQuery extends PageRequest {
  readonly personId: string;
  /** The roles in force, each with the units it covers. */
  readonly roles: readonly { readonly role: Role; readonly scope: Scope }[];
  readonly kind?: TaskKind;
  readonly cycleId?: string;
}

export interface Task {
  readonly kind: TaskKind;
  readonly id: string;
  readonly unitId: string;
  readonly cycleId: string | null;
  readonly title: string;
  readonly status: string;
  readonly since: string;
  readonly dueOn: string | null;
  /** What the asker may be expected to do. */
  readonly acts: readonly AwaitedAct[];
}

/** What waits for a person, the longest-waiting first. */
export type ListTasks = (db: ReadModelsDb, query: TaskQuery) => Promise<Page<Task>>;

export interface UnitItem {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly parentId: string | null;
  readonly adminUnitCode: string | null;
  readonly from: string;
  readonly closedOn: string | null;
  readonly revision: number;
}

export interface UnitQuery extends ListQuery, AsOf {
  readonly q?: string;
  readonly kind?: string;
  readonly parentId?: string;
  /** Units closed on the as-of date are left out unless asked for. */
  readonly includeClosed?: boolean;
}

/** Without `asOf`: every unit with its latest name and place. */
export type ListUnits = (db: ReadModelsDb, query: UnitQuery) => Promise<Page<UnitItem>>;

export interface UnitDetail extends UnitItem {
  readonly closedReason: string | null;
  readonly names: readonly { readonly name: string; readonly from: string; readonly recordedAt: string }[];
  readonly parents: readonly { readonly parentId: string | null; readonly from: string; readonly recordedAt: string }[];
  readonly appointments: readonly (AppointmentRow & { readonly personName: string | null })[];
}

export type GetUnit = (
  db: ReadModelsDb,
  query: { readonly id: string; readonly scope: Scope } & AsOf,
) => Promise<UnitDetail | undefined>;

export interface PersonQuery extends ListQuery {
  readonly q?: string;
  readonly unitIds?: readonly string[];
  readonly role?: string;
}

export type PersonItem = Omit<PersonRow, 'folded'> & {
  readonly appointments: readonly (AppointmentRow & { readonly unitName: string | null })[];
};

/** People with an appointment in the scope; `scope: 'all'` also lists those without any. */
export type ListPeople = (db: ReadModelsDb, query: PersonQuery) => Promise<Page<PersonItem>>;

export interface CycleQuery extends PageRequest {
  readonly status?: 'OPEN' | 'CLOSED';
  readonly year?: number;
}

export type ListCycles = (db: ReadModelsDb, query: CycleQuery) => Promise<Page<CycleRow>>;
export type GetCycle = (db: ReadModelsDb, query: { readonly id: string }) => Promise<CycleRow | undefined>;

export type RegulationItem = Omit<RegulationRow, 'content' | 'warnings'>;

export interface RegulationQuery extends PageRequest {
  readonly status?: RegulationRow['status'];
}

export type ListRegulations = (db: ReadModelsDb, query: RegulationQuery) => Promise<Page<RegulationItem>>;
export type GetRegulation = (db: ReadModelsDb, query: { readonly id: string }) => Promise<RegulationRow | undefined>;
