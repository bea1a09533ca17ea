import type { Report } from '../api/generated/types.gen.ts';
import { useTexts } from './i18n.ts';

/** How a report is called, on every page alike: which, and of when. */
export const useReportTitle = () => {
  const { t } = useTexts();
  return ({ kind, period }: Pick<Report, 'kind' | 'period'>): string =>
    t(`reports.one.${kind}`, { period: t(`reports.period.${period.kind}`, { year: period.year }) });
};
