import { useQueries, useQuery } from '@tanstack/react-query';
import {
  reportsQueriesConsolidationOptions,
  reportsQueriesFormOptions,
  reportsQueriesListOptions,
  reportsQueriesOneOptions,
} from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { ReportConsolidation, ReportDetail, ReportForm } from '../../shared/api/generated/types.gen.ts';
import { before, codeOf, type Period } from './periods.ts';

/** Figures that were reported for an earlier period. */
export interface Earlier {
  readonly period: Period;
  readonly figures: ReportDetail['versions'][number]['figures'];
}

/** A report with what one reads beside it. */
export interface Subject {
  readonly report: ReportDetail;
  readonly form: ReportForm;
  readonly earlier: readonly Earlier[];
  /** What a consolidation would hold now; of a consolidated report only. */
  readonly consolidation: ReportConsolidation | undefined;
}

/** What the unit reported for the periods before, as far as there are reports and one may see them. */
export const useEarlier = (report: ReportDetail | undefined): readonly Earlier[] => {
  const periods = report === undefined ? [] : before(report.period);
  const lists = useQueries({
    queries: periods.map((period) =>
      reportsQueriesListOptions({
        query: { period: codeOf(period), kind: report?.kind, unit: report?.unitId, limit: 200 },
      }),
    ),
  });
  const ids = lists.flatMap(({ data }) => data?.items.find(({ unitId }) => unitId === report?.unitId)?.id ?? []);
  const details = useQueries({ queries: ids.map((id) => reportsQueriesOneOptions({ path: { id } })) });
  return details.flatMap(({ data }) => {
    const last = data?.versions.at(-1);
    return data === undefined || last === undefined ? [] : [{ period: data.period, figures: last.figures }];
  });
};

/** Figures of a consolidation made now; only where there is one to be made. */
export const useConsolidation = (report: Pick<ReportDetail, 'id' | 'kind'> | undefined) =>
  useQuery({
    ...reportsQueriesConsolidationOptions({ path: { id: report?.id ?? '' } }),
    enabled: report?.kind === 'CONSOLIDATED',
    staleTime: 0,
  });

/** Everything that a form of a report is filled in beside. */
export const useSubject = (id: string) => {
  const one = useQuery({ ...reportsQueriesOneOptions({ path: { id } }), staleTime: 0 });
  const form = useQuery({ ...reportsQueriesFormOptions({ path: { id } }), staleTime: 0 });
  return { one, form, earlier: useEarlier(one.data), consolidation: useConsolidation(one.data) };
};
