import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ActPage } from '../../shared/acts/act-page.tsx';
import { changesSince } from '../../shared/acts/changes-since.ts';
import { KeptDraft } from '../../shared/acts/kept-draft.tsx';
import { reportsQueriesActionsOptions } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import { reportsQueriesTimeline } from '../../shared/api/generated/sdk.gen.ts';
import { pathOf } from '../../shared/forms/form.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { Notice } from '../../shared/page/notice.tsx';
import { Loading } from '../../shared/page/page.tsx';
import { Status } from '../../shared/page/status.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';
import { Named } from '../../shared/texts/named.tsx';
import { DecidedOn } from './beside.tsx';
import { REPORT_FORMS } from './forms.tsx';
import { Returned } from './returned.tsx';
import { useReportTexts } from './report-texts.ts';
import { Standing } from './standing.tsx';
import { useSubject, type Subject } from './use-report.ts';

const Act = () => {
  const { id = '', command } = useParams();
  const { title } = useReportTexts();
  const { one, form: fields, earlier, consolidation } = useSubject(id);
  const actions = useQuery({ ...reportsQueriesActionsOptions({ path: { id } }), staleTime: 0 });
  const form = REPORT_FORMS.find((each) => pathOf(each.command) === command);
  const kept = <KeptDraft form={form} about={id} />;
  if (consolidation.isLoading) return <Loading />;
  return (
    <Answer of={one} fresh whole kept={kept}>
      {(report) => (
        <Answer of={fields} fresh whole kept={kept}>
          {(figures) => {
            const subject = { report, form: figures, earlier, consolidation: consolidation.data };
            return (
              <ActPage<Subject>
                forms={REPORT_FORMS}
                actions={actions}
                subject={subject}
                id={id}
                name={`${title(report)}, ${report.unitName ?? ''}`}
                ownName={report.unitName}
                revision={report.revision}
                at={`/reports/${id}`}
                about={
                  <>
                    <div className="about">
                      <Status of="reportStatusNames" status={report.status} />
                      {report.workingDays === null ? <Standing of={report} /> : <span>{figures.due.sentence}</span>}
                    </div>
                    <Returned report={report} />
                    {actions.data?.SubmitReport.allowed && <InsteadOf command={command} subject={subject} />}
                    <DecidedOn command={command} subject={subject} />
                  </>
                }
                changesSince={changesSince(reportsQueriesTimeline, id)}
              />
            );
          }}
        </Answer>
      )}
    </Answer>
  );
};

export default Act;

interface InsteadProps {
  readonly command: string | undefined;
  readonly subject: Subject;
}

/** Whoever hands in a report that is asked of others knows in whose place. */
const InsteadOf = ({ command, subject: { report } }: InsteadProps) => {
  const { t } = useTexts();
  if (!report.waitsFor?.some((each) => each.command === 'submit' && command === 'submit' && !each.mine)) return null;
  const unit = report.unitName ?? '';
  return <Notice kind="plain" title={<Named text={t('reports.insteadOf', { unit })} name={unit} />} />;
};
