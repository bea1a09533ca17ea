import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ActPage } from '../../shared/acts/act-page.tsx';
import { changesSince } from '../../shared/acts/changes-since.ts';
import { reportsQueriesActionsOptions } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import { reportsQueriesTimeline } from '../../shared/api/generated/sdk.gen.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { Loading } from '../../shared/page/page.tsx';
import { Status } from '../../shared/page/status.tsx';
import { DecidedOn } from './beside.tsx';
import { REPORT_FORMS } from './forms.tsx';
import { Returned } from './returned.tsx';
import { useReportTexts } from './report-texts.ts';
import { Standing } from './standing.tsx';
import { useSubject, type Subject } from './use-report.ts';

const Act = () => {
  const { id = '', command } = useParams();
  const { title } = useReportTexts();
  const { one, form, earlier, consolidation } = useSubject(id);
  const actions = useQuery({ ...reportsQueriesActionsOptions({ path: { id } }), staleTime: 0 });
  if (consolidation.isLoading) return <Loading />;
  return (
    <Answer of={one} fresh whole>
      {(report) => (
        <Answer of={form} fresh whole>
          {(fields) => {
            const subject = { report, form: fields, earlier, consolidation: consolidation.data };
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
                      {report.workingDays === null ? <Standing of={report} /> : <span>{fields.due.sentence}</span>}
                    </div>
                    <Returned report={report} />
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
