import type { ReadModelsDb } from '../database.ts';
import type { AsOf, ListQuery, Page, Scope } from '../paging/page.ts';
import type { AppointmentRow, PersonRow } from './table.ts';

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

interface UnitQuery extends ListQuery, AsOf {
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
