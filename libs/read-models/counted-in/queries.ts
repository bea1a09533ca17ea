import type { regulation, reporting } from '#domain';
import type { ReadModelsDb, ReadModelTables } from '../database.ts';
import { rowsByThen } from '../paging/by-then.ts';
import { allOf, byThen, oneOf } from '../paging/conditions.ts';
import type { AsOf, Scope } from '../paging/page.ts';

type ReportRow = ReadModelTables['reports'];
type FactRow = ReadModelTables['facts'];

/** The figures that reports under a regulation have. */
type Definitions = (regulationId: string) => readonly regulation.FigureDefinition[];

/** A report that was handed in with figures in which a registration is counted. */
export interface CountingReport {
  readonly id: string;
  readonly unitId: string;
  readonly kind: reporting.ReportKind;
  readonly period: reporting.ReportingPeriod;
  readonly status: reporting.ReportStatusName;
  /** The last version that counts it. */
  readonly version: number;
  readonly submittedOn: string;
  /** Those figures, as the regulation of the report names them. */
  readonly figures: readonly { readonly code: string; readonly name: string }[];
}

interface Asked extends AsOf {
  readonly registrationId: string;
  readonly scope: Scope;
  readonly definitions: Definitions;
}

/** A version of a report with the codes of its figures in which the registration is. */
interface Counting {
  readonly row: ReportRow;
  readonly version: ReportRow['versions'][number];
  readonly codes: readonly string[];
}

/**
 * The reports whose locked figures count a registration: the unit's own, by what the log knew when they were handed in,
 * and above them each consolidated report that took such a version in. Of these, those one may see. Bounded by the acts
 * of one registration, the two periods a day lies in, and the height of the tree of units.
 */
export const listCountingReports = async (db: ReadModelsDb, asked: Asked): Promise<readonly CountingReport[]> => {
  const { scope } = asked;
  const all: Counting[] = [];
  let level = await ownReports(db, asked);
  while (level.length > 0) {
    all.push(...level);
    const known = new Set(all.map(({ row }) => row.id));
    level = (await consolidatedFrom(db, level, asked)).filter(({ row }) => !known.has(row.id));
  }
  return all
    .filter(({ row }) => scope === 'all' || scope.unitIds.includes(row.unitId))
    .toSorted((one, other) => one.row.cutoff.localeCompare(other.row.cutoff))
    .map((each) => told(each, asked.definitions));
};

const told = ({ row, version, codes }: Counting, definitions: Definitions): CountingReport => ({
  id: row.id,
  unitId: row.unitId,
  kind: row.kind,
  period: { kind: row.periodKind, year: row.periodYear },
  status: row.status,
  version: version.version,
  submittedOn: version.submittedOn,
  figures: definitions(row.regulationId).flatMap(({ code, name }) => (codes.includes(code) ? [{ code, name }] : [])),
});

const ownReports = async (db: ReadModelsDb, asked: Asked): Promise<readonly Counting[]> => {
  const acts = await db
    .selectFrom('facts')
    .select(['kind', 'unitId', 'effectiveOn', 'position'])
    .where('subjectId', '=', asked.registrationId)
    .where(({ ref }) => byThen(ref('effectiveOn'), ref('recordedAt'), asked))
    .execute();
  const units = [...new Set(acts.map(({ unitId }) => unitId))];
  const rows = await reportsByThen(db, asked, { unitIds: units, kind: 'OWN' });
  const handedIn = await submissions(db, rows, asked);
  return rows.flatMap((row) => {
    const counting = row.versions.toReversed().map((version) => {
      const before = handedIn.get(keyOf(row.id, version.version)) ?? 0;
      return { row, version, codes: codesOf(row, version, asked.definitions, (act) => act.position < before, acts) };
    });
    return counting.filter(({ codes }) => codes.length > 0).slice(0, 1);
  });
};

type Act = Pick<FactRow, 'kind' | 'unitId' | 'effectiveOn' | 'position'>;

/** The locked figures of a version that count an act of the unit in the period. */
const codesOf = (
  { unitId, fromOn, cutoff, regulationId }: ReportRow,
  { locked }: Counting['version'],
  definitions: Definitions,
  known: (act: Act) => boolean,
  acts: readonly Act[],
): readonly string[] => {
  const kinds = acts
    .filter((act) => act.unitId === unitId && fromOn <= act.effectiveOn && act.effectiveOn <= cutoff && known(act))
    .map(({ kind }) => kind);
  return definitions(regulationId).flatMap((figure) =>
    figure.known !== undefined && kinds.includes(figure.known) && locked.includes(figure.code) ? [figure.code] : [],
  );
};

/** Where in the log each version was last handed in: what was recorded later is not in its figures. */
const submissions = async (
  db: ReadModelsDb,
  rows: readonly ReportRow[],
  asOf: AsOf,
): Promise<ReadonlyMap<string, number>> => {
  const found = await db
    .selectFrom('reportHistory')
    .select(({ fn }) => ['id', 'version', fn.max('position').as('position')])
    .where('status', '=', 'SUBMITTED')
    .where(({ ref }) =>
      allOf(
        oneOf(
          ref('id'),
          rows.map(({ id }) => id),
        ),
        byThen(ref('effectiveOn'), ref('recordedAt'), asOf),
      ),
    )
    .groupBy(['id', 'version'])
    .execute();
  return new Map(found.map(({ id, version, position }) => [keyOf(id, version), position]));
};

const keyOf = (id: string, version: number): string => `${id} ${version}`;

/** The consolidated reports of the same period that took these versions in, and were handed in with them. */
const consolidatedFrom = async (
  db: ReadModelsDb,
  below: readonly Counting[],
  asOf: AsOf,
): Promise<readonly Counting[]> => {
  const units = [...new Set(below.map(({ row }) => row.receiverId))];
  const rows = await reportsByThen(db, asOf, { unitIds: units, kind: 'CONSOLIDATED' });
  return rows.flatMap((row) => {
    const { consolidation } = row;
    const version = row.versions.find((each) => each.version === consolidation?.version);
    if (consolidation === null || version === undefined) return [];
    const taken = below.filter((each) =>
      consolidation.included.some(
        ({ reportId, version: of }) => reportId === each.row.id && of === each.version.version,
      ),
    );
    const codes = [...new Set(taken.flatMap((each) => each.codes))].filter((code) => version.locked.includes(code));
    return codes.length === 0 ? [] : [{ row, version, codes }];
  });
};

const reportsByThen = (
  db: ReadModelsDb,
  asOf: AsOf,
  { unitIds, kind }: { readonly unitIds: readonly string[]; readonly kind: reporting.ReportKind },
): Promise<readonly ReportRow[]> =>
  db
    .selectFrom(
      rowsByThen(db, 'reports', asOf, (row) => allOf(oneOf(row.ref('unitId'), unitIds), row('kind', '=', kind))).as(
        'r',
      ),
    )
    .selectAll()
    .execute();
