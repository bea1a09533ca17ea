import type { ReadModelsDb } from '../database.ts';
import type { AsOf, ListQuery, Page, Scope } from '../paging/page.ts';
import type { DecisionItemRow, DecisionRow, DecisionStatus, NumberRow } from './table.ts';

interface DecisionQuery extends ListQuery, AsOf {
  readonly cycleId?: string;
  readonly unitIds?: readonly string[];
  readonly status?: readonly DecisionStatus[];
  readonly act?: string;
  /** Part of the number as typed or of the title. */
  readonly q?: string;
}

export type ListDecisions = (db: ReadModelsDb, query: DecisionQuery) => Promise<Page<DecisionRow>>;

export type DecisionItem = Omit<DecisionItemRow, 'decisionId' | 'position'> & {
  /** The model's or recipient's name. */
  readonly name: string | null;
};

export type DecisionDetail = DecisionRow & { readonly items: readonly DecisionItem[] };

export type GetDecision = (
  db: ReadModelsDb,
  query: { readonly id: string; readonly scope: Scope } & AsOf,
) => Promise<DecisionDetail | undefined>;

interface NumberQuery extends ListQuery {
  readonly issuerId?: string;
  readonly docType?: string;
  readonly year?: number;
  readonly term?: string;
}

export type NumberEntry = NumberRow & {
  readonly decisionTitle: string | null;
  readonly decisionStatus: DecisionStatus | null;
};

/** Number books by issuer, type and number. A voided number stands there with the reason. */
export type ListNumbers = (db: ReadModelsDb, query: NumberQuery) => Promise<Page<NumberEntry>>;
