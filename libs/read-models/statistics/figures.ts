import type { FactKind } from './table.ts';

interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

export interface MovementFigures {
  /** Accepted registrations. */
  readonly registered: number;
  /** Distinct models among them, over all the cycles asked for. */
  readonly distinctModels: number;
  /** Acts of recognition. */
  readonly recognized: number;
  readonly recognizedCollectives: number;
  readonly recognizedIndividuals: number;
  readonly refused: number;
  readonly typical: number;
  readonly proposed: number;
  /** Commendations awarded. */
  readonly commended: number;
  readonly commendedBy: readonly {
    readonly scope: string;
    readonly recipientType: string;
    readonly count: number;
  }[];
  readonly replicated: number;
  /** Beside the figures, never subtracted from them. */
  readonly adjustments: {
    readonly revoked: number;
    readonly commendationsCancelled: number;
    /** Recorded or effective behind the cut-off, about acts counted here. */
    readonly revokedLater: number;
    readonly commendationsCancelledLater: number;
  };
  readonly shares: {
    readonly recognizedOfRegistered: Ratio;
    readonly typicalOfRecognized: Ratio;
    readonly commendedOfProposed: Ratio;
  };
}

/** Counted acts of one kind: split by type and scope, and once more as a whole (`subjectType` … null, `whole`). */
export interface CountRow {
  readonly key: string | null;
  readonly kind: FactKind;
  readonly whole: boolean;
  readonly subjectType: string | null;
  readonly recipientType: string | null;
  readonly scope: string | null;
  /** Within the cut-offs. */
  readonly counted: boolean;
  readonly count: number;
  readonly models: number;
}

/** The figures of one group. Percentages are left to the reader: both numbers are there. */
export const figuresOf = (rows: readonly CountRow[]): MovementFigures => {
  const of = (kind: FactKind, counted = true) =>
    rows.find((row) => row.whole && row.kind === kind && row.counted === counted);
  const count = (kind: FactKind, counted = true) => of(kind, counted)?.count ?? 0;
  const recognizedAs = (subjectType: string) =>
    rows
      .filter((row) => !row.whole && row.kind === 'RECOGNIZED' && row.counted && row.subjectType === subjectType)
      .reduce((sum, row) => sum + row.count, 0);
  return {
    registered: count('REGISTERED'),
    distinctModels: of('REGISTERED')?.models ?? 0,
    recognized: count('RECOGNIZED'),
    recognizedCollectives: recognizedAs('COLLECTIVE'),
    recognizedIndividuals: recognizedAs('INDIVIDUAL'),
    refused: count('REFUSED'),
    typical: count('TYPICAL'),
    proposed: count('PROPOSED'),
    commended: count('COMMENDED'),
    commendedBy: commendedBy(rows),
    replicated: count('REPLICATED'),
    adjustments: {
      revoked: count('REVOKED'),
      commendationsCancelled: count('COMMENDATION_CANCELLED'),
      revokedLater: count('REVOKED', false),
      commendationsCancelledLater: count('COMMENDATION_CANCELLED', false),
    },
    shares: {
      recognizedOfRegistered: { numerator: count('RECOGNIZED'), denominator: count('REGISTERED') },
      typicalOfRecognized: { numerator: count('TYPICAL'), denominator: count('RECOGNIZED') },
      commendedOfProposed: { numerator: count('COMMENDED'), denominator: count('PROPOSED') },
    },
  };
};

const commendedBy = (rows: readonly CountRow[]): MovementFigures['commendedBy'] => {
  const sums = new Map<string, MovementFigures['commendedBy'][number]>();
  for (const row of rows) {
    if (row.whole || row.kind !== 'COMMENDED' || !row.counted) continue;
    const group = { scope: row.scope ?? '', recipientType: row.recipientType ?? '' };
    const key = JSON.stringify(group);
    sums.set(key, { ...group, count: (sums.get(key)?.count ?? 0) + row.count });
  }
  return [...sums.values()].sort((one, other) => other.count - one.count);
};
