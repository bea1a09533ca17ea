import type { Report } from '../../shared/api/generated/types.gen.ts';
import { useTexts } from '../../shared/texts/i18n.ts';
import { useReportTitle } from '../../shared/texts/report-title.ts';
import type { Period } from './periods.ts';

/** How reports are named. */
export const useReportTexts = () => {
  const { t } = useTexts();
  const period = ({ kind, year }: Period): string => t(`reports.period.${kind}`, { year });
  return {
    period,
    title: useReportTitle(),
    /** How many working days it is late, over or left; nothing where neither makes sense. */
    days: ({
      standing,
      workingDays,
      workingDaysLate,
    }: Pick<Report, 'standing' | 'workingDays' | 'workingDaysLate'>) => {
      if (standing === 'LATE') return t('reports.lateBy', { days: workingDaysLate ?? 0 });
      if (workingDays === null) return '';
      return standing === 'OVERDUE' || standing === 'MISSING'
        ? t('reports.overdueBy', { days: workingDays })
        : t('reports.left', { days: workingDays });
    },
  };
};
