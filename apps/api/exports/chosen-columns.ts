import { answerSchemas } from '#contracts';
import { Refusal } from '../http/problem/problem.ts';
import { FOR_PROGRAMS } from './table.ts';

/** The fields of a row that a file may have as its columns. */
const columnsOfRow = (row: string | undefined): readonly string[] => {
  const { properties = {} } = (answerSchemas[row ?? ''] ?? {}) as { readonly properties?: object };
  return Object.keys(properties).filter((name) => !FOR_PROGRAMS.test(name));
};

/** @throws Refusal that names the columns there are, where one is asked for that no row has */
export const refuseUnknown = (columns: readonly string[], row: string | undefined): void => {
  const known = columnsOfRow(row);
  if (columns.every((column) => known.includes(column))) return;
  const params = { values: known.toSorted().join(', ') };
  throw new Refusal('malformed', { faults: [{ pointer: 'columns', code: 'not-one-of', params }] });
};
