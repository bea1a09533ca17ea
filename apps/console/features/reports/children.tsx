import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { reportsQueriesListOptions } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { ReportDetail } from '../../shared/api/generated/types.gen.ts';
import { instant } from '../../shared/dates/dates.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { Status } from '../../shared/page/status.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';
import { NamedReports } from './consolidation.tsx';
import { codeOf } from './periods.ts';
import { useReportTexts } from './report-texts.ts';
import { Standing } from './standing.tsx';
import { useConsolidation } from './use-report.ts';

/** What a consolidated report is made of: the last consolidation, what one made now would hold, the reports one by one. */
export const Children = ({ report }: { readonly report: ReportDetail }) => {
  const { t } = useTexts();
  const { title } = useReportTexts();
  const query = { receiver: report.unitId, period: codeOf(report.period) };
  const list = useQuery(reportsQueriesListOptions({ query: { ...query, limit: 50, sort: 'dueOn' } }));
  const now = useConsolidation(report);
  const made = report.consolidation;
  const open = report.status === 'OPEN' || report.status === 'REVISION_REQUESTED';
  const told = open ? (now.data ?? made) : (made ?? now.data);
  return (
    <>
      <h2>{t('reports.children.title')}</h2>
      {made && (
        <p>
          {t('reports.children.made', {
            included: made.coverage.included,
            obliged: made.coverage.obliged,
            when: instant(made.recordedAt),
          })}
        </p>
      )}
      {open && now.data && (
        <p>
          {t('reports.children.now', {
            included: now.data.coverage.included,
            obliged: now.data.coverage.obliged,
          })}
        </p>
      )}
      {told && <NamedReports of={told} />}
      <Answer of={list}>
        {({ items, next }) => {
          const others = items.filter(({ id }) => id !== report.id);
          if (others.length === 0) return <p className="help">{t('reports.children.none')}</p>;
          return (
            <>
              <ul className="rows">
                {others.map((child) => (
                  <li key={child.id}>
                    <div>
                      <Link lang="vi" to={`/reports/${child.id}`}>
                        {child.unitName}
                      </Link>
                      <div className="help">{title(child)}</div>
                    </div>
                    <Status of="reportStatusNames" status={child.status} />
                    <Standing of={child} />
                  </li>
                ))}
              </ul>
              {next !== null && (
                <Link to={`/reports?${new URLSearchParams(query).toString()}`}>{t('reports.children.all')}</Link>
              )}
            </>
          );
        }}
      </Answer>
    </>
  );
};
