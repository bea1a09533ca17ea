import type { Position } from '#event-store';
import type { ReadModelsDb } from './database.ts';
import { lowestPosition } from './projector/position.ts';

/** A read model, by the name of its projection. */
export type ReadModelName =
  | 'register'
  | 'timeline'
  | 'decision-book'
  | 'commendation-book'
  | 'statistics'
  | 'tasks'
  | 'units'
  | 'rules'
  | 'report-board'
  | 'duties'
  | 'reminder-history'
  | 'sight';

/** What was read, and how much of the log it had seen: never more than its rows. */
export interface Seen<Value> {
  readonly kind: 'seen';
  readonly position: Position;
  readonly value: Value;
}

/**
 * One answer from one moment of the read models, however many statements it takes; nothing can be written in it. Its
 * position is the one every read model has reached, or that of a stopped one the answer is made of.
 */
export const inSnapshot = <Value>(
  db: ReadModelsDb,
  of: readonly ReadModelName[],
  ask: (db: ReadModelsDb) => Promise<Value>,
): Promise<Seen<Value>> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const position = await lowestPosition(tx, of);
      return { kind: 'seen', position, value: await ask(tx) };
    });
