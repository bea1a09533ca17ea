import type { decision, EvidenceRef, regulation } from '#domain';
import { inVietnamese, STAMP, type TableSpec } from '../tables/table.ts';

export type DecisionStatus = Exclude<decision.DecisionState['status'], 'NONE'>;

/** One line of the decision book. */
export interface DecisionRow {
  readonly id: string;
  readonly unitId: string;
  readonly cycleId: string | null;
  readonly act: regulation.Act;
  readonly title: string;
  readonly status: DecisionStatus;
  readonly itemCount: number;
  readonly draftedBy: string;
  readonly frozenBy: string | null;
  readonly manifestSha256: string | null;
  readonly documentNumber: decision.DocumentNumber | null;
  readonly numberText: string | null;
  readonly issuedOn: string | null;
  readonly signerId: string | null;
  readonly capacity: string | null;
  readonly fileSha256: string | null;
  readonly applied: number;
  readonly rejected: number;
  readonly cancelReason: string | null;
  readonly revision: number;
  readonly position: number;
  readonly effectiveOn: string;
  readonly recordedAt: string;
}

/** What search needs beside the line. */
interface SearchColumns {
  readonly folded: string;
  /** The number by its parts, however it is typed. */
  readonly numberKey: string | null;
}

export type DecisionTableRow = DecisionRow & SearchColumns;

const columns: TableSpec<DecisionTableRow>['columns'] = {
  id: 'text',
  unitId: 'text',
  cycleId: 'text',
  act: 'text',
  title: 'text',
  status: 'text',
  itemCount: 'integer',
  draftedBy: 'text',
  frozenBy: 'text',
  manifestSha256: 'text',
  documentNumber: 'json',
  numberText: 'text',
  issuedOn: 'text',
  signerId: 'text',
  capacity: 'text',
  fileSha256: 'text',
  applied: 'integer',
  rejected: 'integer',
  cancelReason: 'text',
  ...STAMP,
  folded: 'text',
  numberKey: 'text',
};

export const decisions: TableSpec<DecisionTableRow> = {
  name: 'decisions',
  columns,
  key: ['id'],
  indexes: [
    '(unit_id, status)',
    '(cycle_id)',
    '((coalesce(issued_on, effective_on)), id)',
    `(${inVietnamese('title')}, id)`,
  ],
};

/** The book as it stood after each change of a decision's status. */
export const decisionHistory: TableSpec<DecisionTableRow> = {
  name: 'decision_history',
  columns,
  key: ['id', 'position'],
  indexes: [],
  appendOnly: true,
};

type ItemOutcome = 'PENDING' | 'APPLIED' | 'REJECTED';

/** One item of a decision and what became of it. */
export interface DecisionItemRow {
  readonly decisionId: string;
  readonly kind: decision.ItemKind;
  readonly itemId: string;
  readonly ordinal: number;
  /** Why, where the act asks for it. */
  readonly reason: string | null;
  /** The item's revision when the decision was frozen. */
  readonly frozenRevision: number | null;
  readonly outcome: ItemOutcome;
  /** Why an item dropped out. */
  readonly outcomeReason: string | null;
  readonly position: number;
}

export const decisionItems: TableSpec<DecisionItemRow> = {
  name: 'decision_items',
  columns: {
    decisionId: 'text',
    kind: 'text',
    itemId: 'text',
    ordinal: 'integer',
    reason: 'text',
    frozenRevision: 'integer',
    outcome: 'text',
    outcomeReason: 'text',
    position: 'double precision',
  },
  key: ['decisionId', 'kind', 'itemId'],
  indexes: ['(item_id)'],
};

/** A signed paper of a decision. */
export interface DecisionPaperRow extends EvidenceRef {
  readonly decisionId: string;
  readonly position: number;
}

export const decisionPapers: TableSpec<DecisionPaperRow> = {
  name: 'decision_papers',
  columns: {
    decisionId: 'text',
    evidenceId: 'text',
    kind: 'text',
    fileName: 'text',
    sha256: 'text',
    addedBy: 'text',
    addedAt: 'text',
    position: 'double precision',
  },
  key: ['evidenceId', 'decisionId'],
  indexes: ['(decision_id)'],
  appendOnly: true,
};

/**
 * One number of a number book, used by a decision or voided with the reason; or a row of numbers that were given out on
 * paper, in one line: what was entered of them since has a line of its own.
 */
export interface NumberRow {
  readonly bookId: string;
  readonly number: number;
  /** The last one of the line; `number` itself unless given out on paper. */
  readonly lastNumber: number;
  readonly text: string;
  readonly symbol: string | null;
  readonly issuerId: string | null;
  readonly docType: string | null;
  readonly issuedOn: string | null;
  readonly term: string | null;
  readonly decisionId: string | null;
  readonly signerId: string | null;
  readonly status: 'RESERVED' | 'VOIDED' | 'ON_PAPER';
  readonly voidReason: string | null;
  readonly voidedAt: string | null;
  readonly reservedAt: string;
  readonly position: number;
}

export const numbers: TableSpec<NumberRow> = {
  name: 'numbers',
  columns: {
    bookId: 'text',
    number: 'integer',
    lastNumber: 'integer',
    text: 'text',
    symbol: 'text',
    issuerId: 'text',
    docType: 'text',
    issuedOn: 'text',
    term: 'text',
    decisionId: 'text',
    signerId: 'text',
    status: 'text',
    voidReason: 'text',
    voidedAt: 'text',
    reservedAt: 'text',
    position: 'double precision',
  },
  key: ['bookId', 'number', 'lastNumber'],
  indexes: ['(issuer_id, doc_type, issued_on)', '(decision_id)'],
};
