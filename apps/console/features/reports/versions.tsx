import type { ReportDetail } from '../../shared/api/generated/types.gen.ts';
import { day } from '../../shared/dates/dates.ts';
import { FileLink } from '../../shared/page/file-link.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';
import { Named } from '../../shared/texts/named.tsx';
import { FiguresTable, type Column } from './figures-table.tsx';
import { useReportTexts } from './report-texts.ts';
import { useEarlier } from './use-report.ts';

/** The figures of every version, the latest first, and of the periods before; before the first, the sums of the consolidation. */
export const Versions = ({ report }: { readonly report: ReportDetail }) => {
  const { t } = useTexts();
  const { period } = useReportTexts();
  const earlier = useEarlier(report);
  const columnsOf = useVersionColumns();
  const total = report.versions.length === 0 ? report.consolidation : null;
  if (report.versions.length === 0 && total === null) return <p className="help">{t('reports.figures.notYet')}</p>;
  const columns: Column[] = [
    ...(total === null ? [] : [{ key: 'total', head: t('reports.figures.total'), figures: total.figures }]),
    ...report.versions.toReversed().flatMap(columnsOf),
    ...earlier.map((each) => ({
      key: period(each.period),
      head: period(each.period),
      figures: each.figures,
      beside: true,
    })),
  ];
  return <FiguresTable caption={t('reports.figures.title')} names={report.figureNames} columns={columns} />;
};

/** A version as it was handed in last; beside it what it said each time before, when it was sent back. */
export const useVersionColumns = (): ((of: Version) => readonly Column[]) => {
  const { t } = useTexts();
  return ({ version, status, earlier, locked, ...last }) => {
    const times = [...earlier, last];
    return times
      .map(({ submittedOn, submittedByName, figures }, place) => {
        const isLast = place === earlier.length;
        const isSentBack = !isLast || status === 'REVISION_REQUESTED';
        const said = { on: day(submittedOn), by: submittedByName ?? '–' };
        return {
          key: `version ${version} time ${place + 1}`,
          head:
            earlier.length === 0
              ? t('reports.figures.version', { version })
              : t('reports.figures.handedIn', { version, time: place + 1 }),
          foot: (
            <Named text={t(`reports.figures.${isSentBack ? 'sentBack' : 'submitted'}`, said)} name={submittedByName} />
          ),
          figures,
          ...(isLast ? { locked } : { beside: true }),
        };
      })
      .toReversed();
  };
};

type Version = ReportDetail['versions'][number];

/** Files, each to be opened. */
export const Evidence = ({ of }: { readonly of: ReportDetail['versions'][number]['evidence'] }) => (
  <ul>
    {of.map(({ evidenceId, fileName }) => (
      <li key={evidenceId}>
        <FileLink evidenceId={evidenceId} fileName={fileName}>
          {fileName}
        </FileLink>
      </li>
    ))}
  </ul>
);
