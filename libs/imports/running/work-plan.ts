import { fold, organization } from '#domain';
import { REGISTRATION_COLUMNS, UNIT_COLUMNS, type ListFile, type ListRow, type Notice } from '#papers';
import type { Import, RowKind, RowResult } from '../import.ts';
import {
  importRegistration,
  registrationColumn,
  type RegistrationTools,
} from '../registrations/import-registration.ts';
import { namesakesOf } from '../registrations/namesakes.ts';
import { knownBy } from '../registrations/read-row.ts';
import { lateNotice, targetOf } from '../registrations/target.ts';
import { duplicatesBy } from '../rows/duplicates.ts';
import { importedUnitId, knownUnits, unitIdIn } from '../rows/known-units.ts';
import { failed, headingsOf, sameAs } from '../rows/remarks.ts';
import { againBy, type RowPorts, type Tools } from '../rows/tools.ts';
import { importUnit, unitColumn } from '../units/import-unit.ts';
import { placeOf, unitNamesakes } from '../units/namesakes.ts';
import { planUnits } from '../units/planned-units.ts';
import { codeOf, listedUnit, parentIdOf } from '../units/read-unit.ts';
import { importRoot, rootRowOf, withRoot } from '../units/root-row.ts';

/** How the rows of one list are worked through. */
export interface WorkPlan {
  /** What should be told of the whole list. */
  readonly notices: readonly Notice[];
  /** A row that another one must be done before stands behind that. */
  readonly rows: readonly ListRow[];
  /** The row that is to be done before this one. */
  readonly before: (row: ListRow) => ListRow | undefined;
  /** @param above what became of the row before it */
  readonly act: (row: ListRow, above: RowKind | undefined) => Promise<RowResult>;
}

type Given = Omit<Tools, 'again' | 'headingOf'>;
type Listed = Pick<ListFile, 'rows' | 'headings'>;

/** Undefined when there is no such cycle any more. */
export const planFor = async (asked: Import, list: Listed, given: Given): Promise<WorkPlan | undefined> =>
  asked.kind === 'units' ? planOfUnits(list, given) : planOfRegistrations(asked, list, given);

const planOfRegistrations = async (
  asked: Import,
  { rows, headings }: Listed,
  given: Given,
): Promise<WorkPlan | undefined> => {
  const { ports } = given;
  const directory = await ports.directory.current();
  const target = targetOf(asked, await ports.rules.current(), directory, ports.clock.now());
  if (target === undefined) return undefined;
  const headingOf = headingsOf(REGISTRATION_COLUMNS, headings);
  const unitOf = ({ cells: { unit = '' } }: ListRow): string | undefined =>
    unit === '' ? asked.unitId : unitIdIn(target.units(unit));
  const keyBy = (key: 'row' | 'name') => (row: ListRow) => {
    const [unitId, text] = [unitOf(row), fold(row.cells[key] ?? '')];
    return unitId === undefined || text === '' ? undefined : JSON.stringify([unitId, text]);
  };
  const [codes, names] = [duplicatesBy(rows, keyBy('row')), duplicatesBy(rows, keyBy('name'))];
  const called = rows.flatMap((row) => {
    const unitId = unitOf(row);
    return unitId === undefined ? [] : [{ unitId, name: row.cells['name'] ?? '', known: knownBy(row) }];
  });
  const tools: RegistrationTools = {
    ...{ ...given, headingOf, again: againBy(registrationColumn, headingOf) },
    namesakes: await namesakesOf(ports, target.cycleId, called),
  };
  return {
    notices: lateNotice(target),
    rows,
    before: () => undefined,
    act: async (row) => {
      const [code, name] = [codes.get(row.line), names.get(row.line)];
      if (code !== undefined) return failed(sameAs(code, 'rowCode', 'row'));
      if (name !== undefined) return failed(sameAs(name, 'name', 'name'));
      return importRegistration(row, target, tools);
    },
  };
};

const planOfUnits = async ({ rows, headings }: Listed, given: Given): Promise<WorkPlan> => {
  const headingOf = headingsOf(UNIT_COLUMNS, headings);
  const planned = planUnits(given.ports.directory);
  const ports: RowPorts = given.dryRun ? { ...given.ports, directory: planned } : given.ports;
  const byId = new Map(rows.map((row) => [importedUnitId(codeOf(row) ?? ''), row]));
  const [directory, at] = [await ports.directory.current(), ports.clock.now()];
  const root = rootRowOf(rows, directory.tree);
  const listed = rows.filter((row) => row !== root?.row).flatMap(listedUnit);
  const tools = {
    ...{ ...given, ports, headingOf, plan: planned.plan, again: againBy(unitColumn, headingOf) },
    known: withRoot(knownUnits(directory, at, listed), root),
    namesakes: unitNamesakes(directory, at, byId),
  };
  const aboves = new Map(rows.map((row) => [row, byId.get(parentIdOf(row, tools.known) ?? '')]));
  const before = (row: ListRow): ListRow | undefined => aboves.get(row);
  const codes = duplicatesBy(rows, codeOf);
  const names = duplicatesBy(rows, (row) => {
    const { name = '' } = row.cells;
    const parentId = parentIdOf(row, tools.known);
    return name === '' || parentId === undefined ? undefined : placeOf({ name, parentId });
  });
  const adminCodes = duplicatesBy(rows, ({ cells }) => cells['adminUnitCode'] || undefined);
  return {
    notices: [],
    rows: parentsFirst(rows, before),
    before,
    act: async (row, above) => {
      const [code, adminCode, name] = [codes, adminCodes, names].map((lines) => lines.get(row.line));
      if (code !== undefined) return failed(sameAs(code, 'code', 'code'));
      if (adminCode !== undefined) return failed(sameAs(adminCode, 'adminUnitCode', 'adminUnitCode'));
      if (name !== undefined) return failed(sameAs(name, 'name', 'name'));
      if (row === root?.row) return importRoot(root, headingOf);
      const parent = before(row);
      const isBelowFailed =
        parent !== undefined && (above === undefined || above === 'failed') && !(await isThere(parent, ports));
      return importUnit(row, isBelowFailed, tools);
    },
  };
};

/** A unit from before is there, also where its row is refused. */
const isThere = async (row: ListRow, { directory }: Pick<RowPorts, 'directory'>): Promise<boolean> =>
  organization.unitOf((await directory.current()).tree, importedUnitId(codeOf(row) ?? '')) !== undefined;

/** Rows in an order in which a parent stands before its children; rows in a circle keep their place and are refused. */
const parentsFirst = (
  rows: readonly ListRow[],
  parentOf: (row: ListRow) => ListRow | undefined,
): readonly ListRow[] => {
  const ordered = new Set<ListRow>();
  for (const row of rows) {
    const path: ListRow[] = [];
    for (let each: ListRow | undefined = row; each && !ordered.has(each) && !path.includes(each);) {
      path.push(each);
      each = parentOf(each);
    }
    for (const each of path.reverse()) ordered.add(each);
  }
  return [...ordered];
};
