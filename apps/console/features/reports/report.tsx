import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useParams } from 'react-router';
import { Actions } from '../../shared/actions/actions.tsx';
import { NextStep } from '../../shared/actions/next-step.tsx';
import {
  reportsQueriesActionsOptions,
  reportsQueriesFormOptions,
  reportsQueriesOneOptions,
  reportsQueriesTimelineOptions,
} from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { ReportDetail } from '../../shared/api/generated/types.gen.ts';
import { day, instant } from '../../shared/dates/dates.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { Facts } from '../../shared/page/facts.tsx';
import { Page } from '../../shared/page/page.tsx';
import { Status } from '../../shared/page/status.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';
import { Timeline } from '../../shared/timeline/timeline.tsx';
import { Children } from './children.tsx';
import { REPORT_FORMS } from './forms.tsx';
import { Reminders } from './reminders.tsx';
import { Returned } from './returned.tsx';
import { useReportTexts } from './report-texts.ts';
import { Due, Standing } from './standing.tsx';
import { Evidence, Versions } from './versions.tsx';

/** One report: when it is due and why, what can be done, its figures and versions, what it is made of, who was reminded. */
const Report = () => {
  const { t } = useTexts();
  const { title } = useReportTexts();
  const { id = '' } = useParams();
  const one = useQuery(reportsQueriesOneOptions({ path: { id } }));
  const actions = useQuery(reportsQueriesActionsOptions({ path: { id } }));
  const timeline = useQuery(reportsQueriesTimelineOptions({ path: { id }, query: { limit: 200 } }));
  return (
    <Answer of={one} whole>
      {(report) => (
        <Page
          title={`${title(report)}: ${report.unitName ?? ''}`}
          name={report.unitName}
          report={report}
          beside={
            <>
              <Status of="reportStatusNames" status={report.status} />
              <Button onClick={() => window.print()}>{t('reports.print')}</Button>
            </>
          }
        >
          <NextStep
            of="report"
            id={report.id}
            status={report.status}
            waitsFor={report.waitsFor}
            actions={actions.data}
          />
          <Returned report={report} />
          <Head report={report} />
          <Answer of={actions}>
            {(told) => (
              <Actions
                actions={told}
                commands={REPORT_FORMS.map(({ command }) => command)}
                at={`/reports/${id}`}
                waitsFor={report.waitsFor}
              />
            )}
          </Answer>
          <Happened report={report} />
          <h2>{t('reports.figures.title')}</h2>
          <Versions report={report} />
          <Narrative report={report} />
          {report.kind === 'CONSOLIDATED' && <Children report={report} />}
          <Reminders subject={id} />
          <h2>{t('timeline.title')}</h2>
          <Answer of={timeline}>{({ items }) => <Timeline entries={items} />}</Answer>
        </Page>
      )}
    </Answer>
  );
};

export default Report;

/** Whose it is, what it tells of, and when it is due, with the working days counted. */
const Head = ({ report }: { readonly report: ReportDetail }) => {
  const { t } = useTexts();
  const form = useQuery(reportsQueriesFormOptions({ path: { id: report.id } }));
  const owed = report.workingDays !== null;
  return (
    <Facts
      facts={[
        [t('reports.facts.unit'), report.unitName, 'vi'],
        [t('reports.facts.receiver'), report.receiverName, 'vi'],
        [t('reports.facts.span'), `${day(report.from)} – ${day(report.cutoff)}`],
        [
          t('reports.facts.due'),
          <>
            <Due of={report} />
            {owed && form.data && <div className="help">{form.data.due.sentence}</div>}
          </>,
        ],
        [t('reports.standing'), <Standing key="standing" of={report} />],
        [t('reports.submittedOn'), report.submittedOn && day(report.submittedOn)],
        [t('reports.facts.version'), report.version > 1 ? String(report.version) : undefined],
        [t('reports.facts.regulation'), report.regulationTitle, 'vi'],
        [t('reports.facts.excuse'), report.excuse, 'vi'],
      ]}
    />
  );
};

/** Returns and extensions in words: what changed the day that counts. */
const Happened = ({ report: { returned, extensions } }: { readonly report: ReportDetail }) => {
  const { t } = useTexts();
  if (returned.length + extensions.length === 0) return null;
  return (
    <ul className="happened">
      {returned.map(({ recordedAt, dueOn, reason, returnedByName }) => (
        <li key={recordedAt}>
          {t('reports.returned', { when: instant(recordedAt), on: day(dueOn), who: returnedByName ?? '', reason })}
        </li>
      ))}
      {extensions.map(({ recordedAt, previousDueOn, dueOn, reason, document }) => (
        <li key={recordedAt}>
          {t('reports.extended', {
            before: day(previousDueOn),
            after: day(dueOn),
            document: document.number,
            on: day(document.issuedOn),
            reason,
          })}
        </li>
      ))}
    </ul>
  );
};

/** The narrative and the files of the last version. */
const Narrative = ({ report: { versions } }: { readonly report: ReportDetail }) => {
  const { t } = useTexts();
  const last = versions.at(-1);
  if (last === undefined) return null;
  return (
    <>
      {last.narrative !== '' && (
        <>
          <h2>{t('reports.narrative')}</h2>
          <p className="narrative" lang="vi">
            {last.narrative}
          </p>
        </>
      )}
      {last.evidence.length > 0 && (
        <>
          <h2>{t('reports.evidence')}</h2>
          <Evidence of={last.evidence} />
        </>
      )}
    </>
  );
};
