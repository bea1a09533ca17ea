import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../shared/actions/own.ts';
import {
  registrationsQueriesListOptions,
  reportsQueriesListOptions,
} from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import { day } from '../../shared/dates/dates.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { useWho } from '../../shared/session.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';
import { useReportTitle } from '../../shared/texts/report-title.ts';
import { belowOf } from './groups.ts';
import { firstTasks } from './tasks.tsx';

/** Of those that were read, as many are shown. */
const [READ, SHOWN] = [20, 5];

/** What is overdue in the units below one's own that one sees, and does not wait for oneself: for those who follow it. */
export const OverdueBelow = () =>
  useMay('FollowOverdue') && (
    <>
      <Registrations />
      <Reports />
    </>
  );

const Registrations = () => {
  const { t } = useTexts();
  const overdue = useQuery(registrationsQueriesListOptions({ query: { overdue: 'true', sort: 'dueOn', limit: READ } }));
  return (
    <Answer of={overdue}>
      {(found) => (
        <Below
          {...found}
          title={t('myWork.overdueRegistrations')}
          all={<Link to="/registrations?overdue=true&sort=dueOn">{t('myWork.allOverdueRegistrations')}</Link>}
        >
          {({ id, name, unitName, status, dueOn }) => (
            <>
              <Link lang="vi" to={`/registrations/${id}`}>
                {name}
              </Link>{' '}
              <span className="help">
                <span lang="vi">{unitName}</span>, {t(`registrationStatusNames.${status}`)}
                {dueOn !== null && `, ${t('myWork.due', { on: day(dueOn) })}`}
              </span>
            </>
          )}
        </Below>
      )}
    </Answer>
  );
};

/** Overdue, or missing above; all of them are on the board. */
const Reports = () => {
  const { t } = useTexts();
  const title = useReportTitle();
  const overdue = useQuery(reportsQueriesListOptions({ query: { status: 'ABSENT', limit: READ } }));
  return (
    <Answer of={overdue}>
      {(found) => (
        <Below
          {...found}
          title={t('myWork.overdueReports')}
          all={<Link to="/reports?status=ABSENT">{t('myWork.allOverdueReports')}</Link>}
        >
          {({ id, unitName, dueOn, workingDays, ...report }) => (
            <>
              <Link lang="vi" to={`/reports/${id}`}>
                {unitName}
              </Link>{' '}
              <span className="help">
                {title(report)}, {t('myWork.due', { on: day(dueOn) })},{' '}
                {t('myWork.overdueBy', { count: workingDays ?? 0 })}
              </span>
            </>
          )}
        </Below>
      )}
    </Answer>
  );
};

interface Props<Of> {
  readonly title: string;
  readonly items: readonly Of[];
  readonly next: string | null;
  /** Where all of them are. */
  readonly all: ReactNode;
  readonly children: (each: Of) => ReactNode;
}

const Below = <Of extends { readonly id: string; readonly unitId: string }>(props: Props<Of>) => {
  const { title, items, next, all, children } = props;
  const { appointments } = useWho();
  const tasks = useQuery(firstTasks());
  if (tasks.isPending) return null;
  const others = belowOf(items, { units: appointments, tasks: tasks.data?.items ?? [] });
  if (others.length === 0 && next === null) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className="plain-list">
        {others.slice(0, SHOWN).map((each) => (
          <li key={each.id}>{children(each)}</li>
        ))}
      </ul>
      {(next !== null || others.length > SHOWN) && all}
    </section>
  );
};
