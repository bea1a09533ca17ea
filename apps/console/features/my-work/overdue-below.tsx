import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { reportsQueriesListOptions } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import { day } from '../../shared/dates/dates.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';
import { useReportTitle } from '../../shared/texts/report-title.ts';

/** Reports that are overdue, or missing above, among the units that one sees; all of them are on the board. */
export const OverdueBelow = () => {
  const { t } = useTexts();
  const title = useReportTitle();
  const overdue = useQuery(reportsQueriesListOptions({ query: { status: 'ABSENT', limit: 5 } }));
  return (
    <section>
      <h2>{t('myWork.overdueBelow')}</h2>
      <Answer of={overdue}>
        {({ items, next }) => (
          <>
            {items.length === 0 && <p className="help">{t('myWork.nothingOverdue')}</p>}
            <ul className="plain-list">
              {items.map(({ id, unitName, dueOn, workingDays, ...report }) => (
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
            {next !== null && <Link to="/reports?status=ABSENT">{t('myWork.allOverdue')}</Link>}
          </>
        )}
      </Answer>
    </section>
  );
};
