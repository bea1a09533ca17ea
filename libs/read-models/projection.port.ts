import type { Category } from '#domain';
import type { RecordedIn } from '#event-store';
import type { Transaction } from 'kysely';
import type { AnyTable } from './tables/table.ts';

/** The transaction a batch is written in: its search path names the schema, its checkpoint moves with the rows. */
export type WriteTransaction = Transaction<unknown>;

/**
 * A read model's writer. Given the events of a batch in log order, it changes its own tables inside `tx`, where the
 * checkpoint moves too. It has no side effects, reads nothing but its own tables, and may be run on empty tables to
 * rebuild. A throw is a poison event: this projection stops, the others go on.
 */
export interface Projection<C extends Category = Category> {
  /** kebab-case, the question it answers: `decision-book`. */
  readonly name: string;
  /**
   * Raised when its tables or meaning change: the projector then rebuilds it. An upcaster needs no raise: rows keep what
   * events said, so the tables' version grows by `EventLog.upcasts` too.
   */
  readonly version: number;
  /** Categories of the streams it reads. */
  readonly categories: readonly C[];
  readonly tables: readonly AnyTable[];
  apply(events: readonly RecordedIn<C>[], tx: WriteTransaction): Promise<void>;
}
