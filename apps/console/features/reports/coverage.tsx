import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import {
  reportsQueriesCoverageOptions,
  reportsQueriesListOptions,
} from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { Report, ReportCoverage } from '../../shared/api/generated/types.gen.ts';
import { count, percent } from '../../shared/dates/dates.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { Status } from '../../shared/page/status.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';
import { codeOf, type Period } from './periods.ts';
import { useReportTexts } from './report-texts.ts';

interface Props {
  readonly period: Period;
  /** The filters of the board that say whose reports: unit, receiver, kind. */
  readonly of: Readonly<Partial<Record<'unit' | 'receiver' | 'kind', string>>>;
}

/** How many of the reports that are owed for a period are there, and which are overdue. */
export const Coverage = ({ period, of }: Props) => {
  const { t } = useTexts();
  const texts = useReportTexts();
  const query = { ...of, period: codeOf(period) } as { period: string; kind?: Report['kind'] };
  const coverage = useQuery(reportsQueriesCoverageOptions({ query }));
  const name = texts.period(period);
  return (
    <section className="coverage" aria-label={name}>
      <h2>{name}</h2>
      <Answer of={coverage}>
        {(counted) =>
          counted.obliged + counted.excused === 0 ? (
            <p>{t('reports.coverage.none')}</p>
          ) : (
            <>
              <Counts counted={counted} of={query} />
              {counted.overdueUnits.length > 0 && <Absent of={query} counted={counted} />}
            </>
          )
        }
      </Answer>
    </section>
  );
};

/** Each number leads to its rows. */
const at = (filters: Readonly<Record<string, string>>): string => `/reports?${new URLSearchParams(filters).toString()}`;

const STANDINGS = ['OVERDUE', 'MISSING', 'DUE_SOON', 'LATE', 'ON_TIME', 'EXCUSED'] as const;

interface CountsProps {
  readonly counted: ReportCoverage;
  readonly of: Readonly<Record<string, string>>;
}

const Counts = ({ counted, of }: CountsProps) => {
  const { t, language } = useTexts();
  const { obliged, submitted, approved, excused, byStanding } = counted;
  const number = (value: number): string => count(value, language);
  return (
    <>
      <p className="coverage-share">
        <strong>{t('reports.coverage.submitted', { submitted: number(submitted), obliged: number(obliged) })}</strong> (
        {percent(submitted, obliged, language)})
      </p>
      <div className="bar" aria-hidden>
        <span className="bar-good" style={{ flexGrow: approved }} />
        <span className="bar-half" style={{ flexGrow: submitted - approved }} />
        <span style={{ flexGrow: obliged - submitted }} />
      </div>
      <p className="bar-key help">
        <span className="bar-good">{t('reports.coverage.approved', { count: approved })}</span>
        <span className="bar-half">{t('reports.coverage.waiting', { count: submitted - approved })}</span>
        <span>{t('reports.coverage.owed', { count: obliged - submitted })}</span>
        {excused > 0 && <em>{t('reports.coverage.excused', { count: excused })}</em>}
      </p>
      <ul className="coverage-standings">
        {STANDINGS.filter((standing) => byStanding[standing] > 0).map((standing) => (
          <li key={standing}>
            <Link to={at({ ...of, status: standing })}>
              <Status of="standingNames" status={standing} /> {number(byStanding[standing])}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
};

/** As many as are named at once. */
const NAMED = 8;

/** Who is overdue or missing, the longest overdue first; their number leads to all of them. */
const Absent = ({ of, counted }: CountsProps) => {
  const { t } = useTexts();
  const list = useQuery(reportsQueriesListOptions({ query: { ...of, status: 'ABSENT', sort: 'dueOn', limit: NAMED } }));
  const { OVERDUE, MISSING } = counted.byStanding;
  const count = OVERDUE + MISSING;
  return (
    <Answer of={list}>
      {({ items }) => (
        <div className="coverage-absent">
          <h3>
            <Link to={at({ ...of, status: 'ABSENT' })}>{t('reports.coverage.absent', { count })}</Link>
          </h3>
          <ul>
            {items.map((report) => (
              <AbsentLine key={report.id} report={report} />
            ))}
          </ul>
          {count > items.length && (
            <p className="help">{t('reports.coverage.absentMore', { count: count - items.length })}</p>
          )}
        </div>
      )}
    </Answer>
  );
};

const AbsentLine = ({ report }: { readonly report: Report }) => {
  const { t } = useTexts();
  const { days } = useReportTexts();
  return (
    <li>
      <Link lang="vi" to={`/reports/${report.id}`}>
        {report.unitName}
      </Link>
      {report.kind === 'CONSOLIDATED' && ` (${t('reportKindNames.CONSOLIDATED')})`}: {days(report)}
    </li>
  );
};
