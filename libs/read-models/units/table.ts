import type { DocumentCitation, organization, Role } from '#domain';
import { inVietnamese, type TableSpec } from '../tables/table.ts';

/** What never changes of a unit, and its end. Names and places have dates and stand in their own tables. */
export interface UnitBaseRow {
  readonly id: string;
  readonly kind: organization.UnitKind;
  readonly adminUnitCode: string | null;
  readonly fromOn: string;
  readonly recordedAt: string;
  readonly closedOn: string | null;
  readonly closedReason: string | null;
  readonly closedRecordedAt: string | null;
  readonly revision: number;
  readonly position: number;
}

export const units: TableSpec<UnitBaseRow> = {
  name: 'units',
  columns: {
    id: 'text',
    kind: 'text',
    adminUnitCode: 'text',
    fromOn: 'text',
    recordedAt: 'text',
    closedOn: 'text',
    closedReason: 'text',
    closedRecordedAt: 'text',
    revision: 'integer',
    position: 'double precision',
  },
  key: ['id'],
  indexes: ['(admin_unit_code)'],
};

/** A unit's name from a date. */
export interface UnitNameRow {
  readonly unitId: string;
  readonly position: number;
  readonly name: string;
  readonly folded: string;
  readonly fromOn: string;
  readonly recordedAt: string;
  readonly document: DocumentCitation | null;
}

export const unitNames: TableSpec<UnitNameRow> = {
  name: 'unit_names',
  columns: {
    unitId: 'text',
    position: 'double precision',
    name: 'text',
    folded: 'text',
    fromOn: 'text',
    recordedAt: 'text',
    document: 'json',
  },
  key: ['unitId', 'position'],
  indexes: [],
  appendOnly: true,
};

/** The unit above a unit from a date; null for the root. */
export interface UnitParentRow {
  readonly unitId: string;
  readonly position: number;
  readonly parentId: string | null;
  readonly fromOn: string;
  readonly recordedAt: string;
}

export const unitParents: TableSpec<UnitParentRow> = {
  name: 'unit_parents',
  columns: {
    unitId: 'text',
    position: 'double precision',
    parentId: 'text',
    fromOn: 'text',
    recordedAt: 'text',
  },
  key: ['unitId', 'position'],
  indexes: ['(parent_id)'],
  appendOnly: true,
};

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly folded: string;
  readonly email: string | null;
  readonly revision: number;
  readonly position: number;
}

export const people: TableSpec<PersonRow> = {
  name: 'people',
  columns: {
    id: 'text',
    name: 'text',
    folded: 'text',
    email: 'text',
    revision: 'integer',
    position: 'double precision',
  },
  key: ['id'],
  indexes: [
    `(${inVietnamese('name')}, id)`,
    `((${inVietnamese("regexp_replace(name, '^.* ', '')")}), (${inVietnamese('name')}), id)`,
  ],
};

export interface AppointmentRow {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
  readonly role: Role;
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly document: DocumentCitation;
  /** The last instant at which it gives rights, once it was ended. */
  readonly endsAt: string | null;
  readonly endReason: string | null;
  readonly recordedAt: string;
  readonly endRecordedAt: string | null;
  readonly position: number;
}

export const appointments: TableSpec<AppointmentRow> = {
  name: 'appointments',
  columns: {
    id: 'text',
    personId: 'text',
    unitId: 'text',
    role: 'text',
    fromOn: 'text',
    untilOn: 'text',
    document: 'json',
    endsAt: 'text',
    endReason: 'text',
    recordedAt: 'text',
    endRecordedAt: 'text',
    position: 'double precision',
  },
  key: ['id'],
  indexes: ['(person_id)', '(unit_id)'],
};

/** How a role of power was, or is to be, given: `ALONE` by one administrator, `BY_TWO` confirmed by another. */
export const GRANT_STATUSES = ['PROPOSED', 'BY_TWO', 'ALONE', 'DECLINED'] as const;

/** Every role of power that was given or proposed. */
export interface GrantRow {
  /** Of the appointment. */
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
  readonly role: Role;
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly document: DocumentCitation;
  readonly status: (typeof GRANT_STATUSES)[number];
  readonly proposedBy: string | null;
  /** Who gave it, alone or by confirming it; who declined it. `system`: given by whoever keeps the machine, by `kheo setup` or `kheo reset-admin`. */
  readonly settledBy: string | null;
  readonly reason: string | null;
  readonly recordedAt: string;
  readonly position: number;
}

export const grants: TableSpec<GrantRow> = {
  name: 'grants',
  columns: {
    id: 'text',
    personId: 'text',
    unitId: 'text',
    role: 'text',
    fromOn: 'text',
    untilOn: 'text',
    document: 'json',
    status: 'text',
    proposedBy: 'text',
    settledBy: 'text',
    reason: 'text',
    recordedAt: 'text',
    position: 'double precision',
  },
  key: ['id'],
  indexes: ['(position)', '(status, position)'],
};
