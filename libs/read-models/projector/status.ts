import { sql } from 'kysely';
import type { Instant } from '#domain';
import { lagBehind, type EventLog, type Lag, type Position } from '#event-store';
import { currentHolder, kyselyOver, type Pool } from '#postgres';
import type { Db } from './schema.ts';

export interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  readonly status: 'running' | 'stopped';
  readonly position: Position;
  /** Events of the log it has not seen yet; see `lagMore`. */
  readonly lagEvents: number;
  /** There are more than `lagEvents`: counting stopped. */
  readonly lagMore: boolean;
  /** Age of the oldest event it has not seen yet. */
  readonly lagSeconds: number;
  readonly error: string | null;
  readonly errorPosition: Position | null;
  /** The process that writes it; null when nobody does. */
  readonly holder: string | null;
}

type Row = Omit<ProjectionStatus, 'lagEvents' | 'lagMore' | 'lagSeconds'>;

/** Where each projection stands against the head of the log. */
export const projectionStatus = async (db: Db, store: EventLog, now: Instant): Promise<ProjectionStatus[]> => {
  const { rows } = await sql<Row>`
    select name, version, status, position, error, error_position as "errorPosition",
      ${currentHolder} as holder
    from read_models.projections order by name`.execute(db);
  const lags = new Map<Position, Lag>();
  for (const position of new Set(rows.map((row) => row.position)))
    lags.set(position, await lagBehind(store, { position }, now));
  return rows.map((row) => {
    const { events = 0, more = false, seconds = 0 } = lags.get(row.position) ?? {};
    return { ...row, lagEvents: events, lagMore: more, lagSeconds: seconds };
  });
};

/** The same without a projector in this process: for the command line. The pool stays the caller's to end. */
export const readProjectionStatus = (
  { store, pool }: { readonly store: EventLog; readonly pool: Pool },
  now: Instant,
): Promise<ProjectionStatus[]> => projectionStatus(kyselyOver(pool), store, now);
