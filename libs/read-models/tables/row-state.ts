import { idOf, type Category } from '#domain';
import { eventsIn, type RecordedEvent, type RecordedIn } from '#event-store';
import type { WriteTransaction } from '../projection.port.ts';
import type { TableSpec } from './table.ts';
import { loadRows, upsertRows } from './write.ts';

export type RowKey = readonly (string | number)[];

/** How events move the rows of one table. Pure: what it may know of the past is the row. */
export interface RowState<Row extends object, C extends Category = Category> {
  readonly table: TableSpec<Row>;
  /** Categories of the streams whose events move its rows. */
  readonly categories: readonly C[];
  /** Keys of the rows an event changes; none when it is of no interest. The id of its stream unless told. */
  keysOf?(event: RecordedIn<C>): readonly RowKey[];
  /** The row after the event; undefined when there is still nothing to keep. */
  evolve(row: Row | undefined, event: RecordedIn<C>, key: RowKey): Row | undefined;
}

/** One move of one row. */
export interface RowStep<Row, C extends Category = Category> {
  readonly event: RecordedIn<C>;
  readonly before: Row | undefined;
  readonly after: Row;
}

/** What a row tells of the last event that changed it. */
export const stampOf = ({ revision, position, meta }: RecordedEvent) => ({
  ...{ revision, position },
  effectiveOn: meta.effectiveOn,
  recordedAt: meta.recordedAt,
});

export type Stamp = ReturnType<typeof stampOf>;

const keysIn = <Row extends object, C extends Category>(
  state: RowState<Row, C>,
  event: RecordedIn<C>,
): readonly RowKey[] => state.keysOf?.(event) ?? [[idOf(event.stream)]];

const textOf = (key: RowKey): string => (key.length === 1 ? String(key[0]) : JSON.stringify(key));

/** Runs a batch over the rows it touches, given those that exist. Answers every move, in log order. */
export const moveRows = <Row extends object, C extends Category>(
  state: RowState<Row, C>,
  events: readonly RecordedIn<C>[],
  existing: readonly Row[],
): { readonly rows: Row[]; readonly steps: RowStep<Row, C>[] } => {
  const known = new Map(existing.map((row) => [textOf(keyOfRow(state.table, row)), row]));
  const changed = new Map<string, Row>();
  const steps: RowStep<Row, C>[] = [];
  for (const event of events) {
    for (const key of keysIn(state, event)) {
      const text = textOf(key);
      const before = changed.get(text) ?? known.get(text);
      const after = state.evolve(before, event, key);
      if (after === undefined || after === before) continue;
      changed.set(text, after);
      steps.push({ event, before, after });
    }
  }
  return { rows: [...changed.values()], steps };
};

/**
 * Applies a batch to a table of row states: one select for the rows it touches, one upsert for those that changed.
 * Answers every move, for tables that keep the history.
 */
export const applyRowState = async <Row extends object, C extends Category>(
  state: RowState<Row, C>,
  events: readonly RecordedEvent[],
  tx: WriteTransaction,
): Promise<RowStep<Row, C>[]> => {
  const moving = eventsIn(events, state.categories);
  const keys = distinctKeys(state, moving);
  if (keys.length === 0) return [];
  const { rows, steps } = moveRows(state, moving, await loadRows(state.table, keys, tx));
  await upsertRows(state.table, rows, tx);
  return steps;
};

const distinctKeys = <Row extends object, C extends Category>(
  state: RowState<Row, C>,
  events: readonly RecordedIn<C>[],
): RowKey[] => {
  const keys = new Map<string, RowKey>();
  for (const event of events) for (const key of keysIn(state, event)) keys.set(textOf(key), key);
  return [...keys.values()];
};

const keyOfRow = <Row extends object>(table: TableSpec<Row>, row: Row): RowKey =>
  table.key.map((name) => row[name] as string | number);
