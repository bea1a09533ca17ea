import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { reportsQueriesListOptions } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import { day } from '../../shared/dates/dates.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { useWho } from '../../shared/session.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';
import { useReportTitle } from '../../shared/texts/report-title.ts';
import { belowOf } from './groups.ts';
import { firstTasks } from './tasks.tsx';

/** Of those that were read, as many are shown. */
const SHOWN = 5;

/**
 * Reports that are overdue, or missing above, of the units below one's own that one sees, and do not wait for oneself; all
 * of them are on the board.
 */
export const OverdueBelow = () => {
  const { t } = useTexts();
  const title = useReportTitle();
  const overdue = useQuery(reportsQueriesListOptions({ query: { status: 'ABSENT', limit: 20 } }));
  const tasks = useQuery(firstTasks());
  const { appointments } = useWho();
  if (tasks.isPending) return null;
  return (
    <Answer of={overdue}>
      {({ items, next }) => {
        const others = belowOf(items, { units: appointments, tasks: tasks.data?.items ?? [] });
        if (others.length === 0 && next === null) return null;
        return (
          <section aria-label={t('myWork.overdueBelow')}>
            <h2>{t('myWork.overdueBelow')}</h2>
            <ul className="plain-list">
              {others.slice(0, SHOWN).map(({ id, unitName, dueOn, workingDays, ...report }) => (
                <li key={id}>
                  <Link lang="vi" to={`/reports/${id}`}>
                    {unitName}
                  </Link>{' '}
                  <span className="help">
                    {title(report)}, {t('myWork.due', { on: day(dueOn) })},{' '}
                    {t('myWork.overdueBy', { count: workingDays ?? 0 })}
                  </span>
                </li>
              ))}
            </ul>
            {(next !== null || others.length > SHOWN) && (
              <Link to="/reports?status=ABSENT">{t('myWork.allOverdue')}</Link>
            )}
          </section>
        );
      }}
    </Answer>
  );
};
