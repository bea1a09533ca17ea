import { InvalidCursorError } from '#read-models';
import type { PageAsked } from './reminder-service.port.ts';

/** A time and an id: where the next page begins. */
const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * What a statement for a page is given of it: time and id of the last one of the page before, and how many to read.
 *
 * @throws InvalidCursorError when no page ended so
 */
export const placeOf = ({ limit, after }: PageAsked): readonly unknown[] => {
  if (after === undefined) return [undefined, undefined, limit + 1];
  const [, at = '', id] = CURSOR.exec(after) ?? [];
  if (Number.isNaN(Date.parse(at))) throw new InvalidCursorError('the cursor does not belong to this list');
  return [at, id, limit + 1];
};

/** The page that such a statement found. */
export const pageOf = <Row extends { readonly id: string; readonly at: Date }>(
  found: readonly Row[],
  { limit }: PageAsked,
) => {
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  const next = last === undefined ? null : `${last.at.toISOString()}_${last.id}`;
  return { rows, ids: rows.map(({ id }) => id), next };
};
