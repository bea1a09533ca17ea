import type { regulation } from '#domain';
import type { TableSpec } from '../tables/table.ts';

/** One version of the rules. */
export interface RegulationRow {
  readonly id: string;
  readonly unitId: string;
  readonly title: string;
  readonly illustrative: boolean;
  readonly status: Exclude<regulation.RegulationState['status'], 'NONE'>;
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly fromOn: string | null;
  readonly supersededBy: string | null;
  readonly supersededFrom: string | null;
  readonly content: regulation.RegulationContent;
  readonly warnings: readonly regulation.RegulationWarning[];
  readonly revision: number;
  readonly position: number;
  readonly recordedAt: string;
}

/** What search needs beside the row. */
interface SearchColumn {
  readonly folded: string;
}

export type RegulationTableRow = RegulationRow & SearchColumn;

export const regulations: TableSpec<RegulationTableRow> = {
  name: 'regulations',
  columns: {
    id: 'text',
    unitId: 'text',
    title: 'text',
    illustrative: 'boolean',
    status: 'text',
    number: 'text',
    issuedOn: 'text',
    fromOn: 'text',
    supersededBy: 'text',
    supersededFrom: 'text',
    content: 'json',
    warnings: 'json',
    revision: 'integer',
    position: 'double precision',
    recordedAt: 'text',
    folded: 'text',
  },
  key: ['id'],
  indexes: [],
};

/** A deadline that was moved: the first due date stays visible. */
interface Extension {
  readonly step: 'REGISTRATION' | 'DOSSIER' | 'APPRAISAL';
  readonly originalDueOn: string;
  readonly dueOn: string;
  readonly reason: string;
  readonly document: { readonly number: string; readonly issuedOn: string };
  readonly recordedAt: string;
}

/** A year or phase of the movement. */
export interface CycleRow {
  readonly id: string;
  readonly unitId: string;
  readonly name: string;
  readonly year: number;
  readonly untilYear: number | null;
  readonly movement: string;
  readonly regulationId: string;
  readonly registrationDeadline: string;
  readonly dossierDeadline: string;
  readonly appraisalDeadline: string;
  readonly status: regulation.OpenedCycle['status'];
  readonly closeReason: string | null;
  readonly extensions: readonly Extension[];
  readonly revision: number;
  readonly position: number;
  readonly recordedAt: string;
}

export type CycleTableRow = CycleRow & SearchColumn;

export const cycles: TableSpec<CycleTableRow> = {
  name: 'cycles',
  columns: {
    id: 'text',
    unitId: 'text',
    name: 'text',
    year: 'integer',
    untilYear: 'integer',
    movement: 'text',
    regulationId: 'text',
    registrationDeadline: 'text',
    dossierDeadline: 'text',
    appraisalDeadline: 'text',
    status: 'text',
    closeReason: 'text',
    extensions: 'json',
    revision: 'integer',
    position: 'double precision',
    recordedAt: 'text',
    folded: 'text',
  },
  key: ['id'],
  indexes: [],
};
