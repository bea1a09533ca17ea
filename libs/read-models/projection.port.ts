import type { StoredEvent } from '#event-store';
import type { Kysely, Transaction } from 'kysely';

/**
 * A read model's writer. Given the events of a batch in log order, it changes its own tables inside `tx`, where the
 * checkpoint moves too. It has no side effects, reads nothing but its own tables, and may be run on an empty schema to
 * rebuild. A throw is a poison event: this projection stops, the others go on.
 */
export interface Projection<Tables = unknown> {
  /** kebab-case, the question it answers: `decision-book`. */
  readonly name: string;
  /** Raised when its tables or meaning change: the projector then rebuilds it. */
  readonly version: number;
  /** Categories of the streams it reads. */
  readonly categories: readonly string[];
  /** Names of its tables, in an order in which they can be compared. */
  readonly tables: readonly (keyof Tables & string)[];
  /** Creates its tables in the schema `db` is bound to. */
  createTables(db: Kysely<Tables>): Promise<void>;
  apply(events: readonly StoredEvent[], tx: Transaction<Tables>): Promise<void>;
}
