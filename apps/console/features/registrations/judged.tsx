import type { RegistrationDetail } from '../../shared/api/generated/types.gen.ts';
import { useTexts } from '../../shared/texts/i18n.ts';
import { PointsTable } from './appraisal/points-table.tsx';
import { Appraisal } from './model/appraisal.tsx';
import { Files } from './model/files.tsx';
import type { OpenDossier } from './model/open-dossier.ts';

interface Props {
  readonly model: RegistrationDetail;
  readonly dossier: OpenDossier;
}

/** What one concludes or votes on: the points as far as one is told who gave which, and the files. */
export const Judged = ({ model, dossier }: Props) => {
  const { t } = useTexts();
  return (
    <>
      <h2>{t('model.appraisal.title')}</h2>
      {dossier.appraisal === null ? <Sheets model={model} dossier={dossier} /> : <Appraisal {...{ model, dossier }} />}
      <h2>{t('model.evidence.title')}</h2>
      <Files files={dossier.files} />
    </>
  );
};

/** The sheets of those who are still on the team, before anything is made of them. */
const Sheets = ({ model, dossier: { team, criteriaSet } }: Props) => {
  const { t } = useTexts();
  const sheets = team.flatMap(({ scores, ...member }) => (scores === null ? [] : [{ ...member, scores }]));
  if (criteriaSet === null || sheets.length === 0) return null;
  return (
    <>
      <p>
        {t('appraisal.passMark')}: <strong>{criteriaSet.passMark}</strong>
      </p>
      <PointsTable
        caption={t('fields.scores.label')}
        criteria={criteriaSet.criteria.map(({ code }) => code)}
        names={model.criterionNames}
        sheets={sheets}
      />
    </>
  );
};
