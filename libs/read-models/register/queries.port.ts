import type { registration } from '#domain';
import type { ReadModelsDb } from '../database.ts';
import type { AsOf, ListQuery, Page, Scope } from '../paging/page.ts';
import type { RegistrationRow, RegistrationStatus } from './table.ts';

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

interface Stamp {
  readonly recordedAt: string;
  readonly personId: string;
}

export type RegistrationDetail = RegistrationRow & { readonly dossier: RegistrationDossier };

/** Undefined when there is none, or none within the scope. */
export type GetRegistration = (
  db: ReadModelsDb,
  query: { readonly id: string; readonly scope: Scope } & AsOf,
) => Promise<RegistrationDetail | undefined>;
