import type { regulation, reporting } from '#domain';
import type { ReadModelsDb } from '../database.ts';
import type { AsOf, Scope } from '../paging/page.ts';

type StatisticsGroup = 'unit' | 'field' | 'subjectType' | 'tag' | 'cycle';

export interface StatisticsQuery extends AsOf {
  readonly scope: Scope;
  readonly cycleIds?: readonly string[];
  /** By the unit of the fact's date. */
  readonly unitIds?: readonly string[];
  readonly tag?: string;
  readonly field?: string;
  readonly subjectType?: string;
  readonly groupBy?: StatisticsGroup;
  /** With `groupBy: 'unit'`: which units are shown under which, e.g. communes under their province. */
  readonly unitGroups?: readonly { readonly groupId: string; readonly unitIds: readonly string[] }[];
}

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

export interface MovementStatistics {
  readonly total: MovementFigures;
  /** With tags the groups may overlap: their sum is not the total. */
  readonly groups: readonly ({ readonly key: string | null } & MovementFigures)[];
}

export type GetMovementStatistics = (db: ReadModelsDb, query: StatisticsQuery) => Promise<MovementStatistics>;

/** The figures of a unit's report that the log knows, by code: acts whose day lies between two dates, both included. */
export type GetKnownFigures = (
  db: ReadModelsDb,
  query: {
    /** This unit alone, without those below it. */
    readonly unitId: string;
    readonly from: string;
    readonly until: string;
    /** Those without `known` are left out of the answer. */
    readonly definitions: readonly regulation.FigureDefinition[];
  },
) => Promise<reporting.Figures>;
