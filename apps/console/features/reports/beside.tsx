import { instant } from '../../shared/dates/dates.ts';
import { useTexts } from '../../shared/texts/i18n.ts';
import { NamedReports } from './consolidation.tsx';
import { FiguresTable } from './figures-table.tsx';
import { useReportTexts } from './report-texts.ts';
import type { Subject } from './use-report.ts';
import { useVersionColumns } from './versions.tsx';

interface Props {
  readonly subject: Subject;
}

/** What was submitted, beside the periods before, and who is not in a total: what one approves, returns or closes. */
export const Submitted = ({ subject: { report, earlier } }: Props) => {
  const { t } = useTexts();
  const { period } = useReportTexts();
  const columnsOf = useVersionColumns();
  const last = report.versions.at(-1);
  const total = report.consolidation;
  if (last === undefined) return <p>{t('reports.figures.notYet')}</p>;
  return (
    <>
      {total && (
        <>
          <p>
            <strong>
              {t('reports.children.made', {
                included: total.coverage.included,
                obliged: total.coverage.obliged,
                when: instant(total.recordedAt),
              })}
            </strong>
          </p>
          <NamedReports of={total} />
        </>
      )}
      <FiguresTable
        caption={t('reports.figures.title')}
        names={report.figureNames}
        columns={[
          ...columnsOf(last),
          ...earlier.map((each) => ({
            key: period(each.period),
            head: period(each.period),
            figures: each.figures,
            beside: true,
          })),
        ]}
      />
      {last.narrative !== '' && (
        <p className="narrative" lang="vi">
          {last.narrative}
        </p>
      )}
    </>
  );
};

/** What one decides on where a command asks for nothing. */
export const DecidedOn = ({ command, subject }: Props & { readonly command: string | undefined }) => {
  if (command === 'consolidate') return <Consolidating subject={subject} />;
  return command === 'approve' || command === 'close' ? <Submitted subject={subject} /> : null;
};

/** What the total would hold now, and who is not in it. */
const Consolidating = ({ subject: { report, consolidation } }: Props) => {
  const { t } = useTexts();
  if (consolidation === undefined) return null;
  const { coverage, figures, figureNames } = consolidation;
  return (
    <>
      <p>
        <strong>{t('reports.children.now', { included: coverage.included, obliged: coverage.obliged })}</strong>
      </p>
      <NamedReports of={consolidation} />
      <FiguresTable
        caption={t('reports.figures.title')}
        names={figureNames}
        columns={[
          { key: 'now', head: t('reports.figures.unitsNow'), figures },
          ...(report.consolidation
            ? [
                {
                  key: 'last',
                  head: t('reports.figures.lastTime'),
                  figures: report.consolidation.figures,
                  beside: true,
                },
              ]
            : []),
        ]}
      />
    </>
  );
};
