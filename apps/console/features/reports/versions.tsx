import type { ReportDetail } from '../../shared/api/generated/types.gen.ts';
import { day } from '../../shared/dates/dates.ts';
import { useTexts } from '../../shared/texts/i18n.ts';
import { Named } from '../../shared/texts/named.tsx';
import { FiguresTable, type Column } from './figures-table.tsx';
import { useReportTexts } from './report-texts.ts';
import { useEarlier } from './use-report.ts';

/** The figures of every version, the latest first, and of the periods before. */
export const Versions = ({ report }: { readonly report: ReportDetail }) => {
  const { t } = useTexts();
  const { period } = useReportTexts();
  const earlier = useEarlier(report);
  if (report.versions.length === 0) return <p className="help">{t('reports.figures.notYet')}</p>;
  const columns: Column[] = [
    ...report.versions.toReversed().map(({ version, submittedOn, submittedByName, figures, locked }) => ({
      key: `version ${version}`,
      head: t('reports.figures.version', { version }),
      foot: (
        <Named
          text={t('reports.figures.submitted', { on: day(submittedOn), by: submittedByName ?? '–' })}
          name={submittedByName}
        />
      ),
      figures,
      locked,
    })),
    ...earlier.map((each) => ({
      key: period(each.period),
      head: period(each.period),
      figures: each.figures,
      beside: true,
    })),
  ];
  return <FiguresTable caption={t('reports.figures.title')} names={report.figureNames} columns={columns} />;
};

/** Files, each to be opened. */
export const Evidence = ({ of }: { readonly of: ReportDetail['versions'][number]['evidence'] }) => (
  <ul>
    {of.map(({ evidenceId, fileName }) => (
      <li key={evidenceId}>
        <a lang="vi" href={`/api/evidence/${evidenceId}/content`}>
          {fileName}
        </a>
      </li>
    ))}
  </ul>
);
