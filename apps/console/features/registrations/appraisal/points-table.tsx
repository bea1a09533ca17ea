import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';
import type { Score } from './sheet.ts';

interface Sheet {
  readonly personId: string;
  readonly personName: string | null;
  readonly scores: readonly Score[];
}

interface Props {
  readonly caption: string;
  /** Codes of the criteria, in their order. */
  readonly criteria: readonly string[];
  readonly names: RegistrationDetail['criterionNames'];
  /** Of those whose points one is told. */
  readonly sheets: readonly Sheet[];
  /** What the team comes to, once it is concluded. */
  readonly together?: { readonly each: Readonly<Record<string, string>>; readonly total: string };
}

/** The points, criterion by criterion and member by member, with their sums. */
export const PointsTable = ({ caption, criteria, names, sheets, together }: Props) => {
  const { t } = useTexts();
  return (
    <div className="wide" tabIndex={0} role="group" aria-label={caption}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{t('model.appraisal.criterion')}</th>
            {sheets.map(({ personId, personName }) => (
              <th key={personId} scope="col" lang="vi">
                {personName}
              </th>
            ))}
            {together && <th scope="col">{t('model.appraisal.together')}</th>}
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => (
            <tr key={criterion}>
              <th scope="row" lang="vi">
                {names[criterion] ?? criterion}
              </th>
              {sheets.map(({ personId, personName, scores }) => (
                <td key={personId} data-label={personName}>
                  {scores.find((score) => score.criterion === criterion)?.points ?? '–'}
                </td>
              ))}
              {together && <td data-label={t('model.appraisal.together')}>{together.each[criterion]}</td>}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('model.appraisal.total')}</th>
            {sheets.map(({ personId, personName, scores }) => (
              <td key={personId} data-label={personName}>
                {scores.reduce((sum, score) => sum + score.points, 0)}
              </td>
            ))}
            {together && <td data-label={t('model.appraisal.together')}>{together.total}</td>}
          </tr>
        </tfoot>
      </table>
    </div>
  );
};
