import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import { day } from '../../../shared/dates/dates.ts';
import { useTexts, type Language } from '../../../shared/texts/i18n.ts';
import { Named } from '../../../shared/texts/named.tsx';
import { PointsTable } from '../appraisal/points-table.tsx';
import { useShare } from '../appraisal/use-share.ts';
import type { OpenDossier } from './open-dossier.ts';
import { Files } from './files.tsx';

interface Props {
  readonly model: RegistrationDetail;
  readonly dossier: OpenDossier;
}

/** The team, what it came to as far as one is told, and the vote. */
export const Appraisal = ({ model, dossier }: Props) => {
  const { t } = useTexts();
  const { team, appraisal, vote } = dossier;
  if (team.length === 0 && appraisal === null) return <p>{t('model.appraisal.none')}</p>;
  return (
    <>
      <h3>{t('model.appraisal.team')}</h3>
      <ul className="marks">
        {team.map((member) => (
          <li key={member.personId}>
            <span lang="vi">
              <strong>{member.personName}</strong>, {member.unitName}
            </span>
            : <Member member={member} />
          </li>
        ))}
      </ul>
      {appraisal !== null && <Result model={model} dossier={dossier} appraisal={appraisal} />}
      {vote !== null && <Vote vote={vote} />}
    </>
  );
};

const Member = ({ member }: { readonly member: OpenDossier['team'][number] }) => {
  const { t } = useTexts();
  if (member.removed) return t('appraisal.member.removed');
  if (!member.declared) return t('appraisal.member.waits');
  if (member.conflict === true) return t('appraisal.member.conflict');
  const declared = t(member.conflict === false ? 'appraisal.member.declared' : 'appraisal.member.notTold');
  return `${declared}, ${t(member.scored ? 'appraisal.member.scored' : 'appraisal.member.notScored')}`;
};

/** Hundredths of a point as they are written: `86,33`. */
const points = (centipoints: number, language: Language): string =>
  (centipoints / 100).toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 2 });

type Told = NonNullable<OpenDossier['appraisal']>;

const Result = ({ model, dossier, appraisal }: Props & { readonly appraisal: Told }) => {
  const { t, language } = useTexts();
  const { result, scores, fieldVisitOn, minutes } = appraisal;
  const nameOf = (code: string): string => model.criterionNames[code] ?? code;
  const vetoes = result.vetoes.map(nameOf).join('; ');
  const band = dossier.criteriaSet?.bands.find(({ code }) => code === result.band)?.name;
  return (
    <>
      <h3>{t('model.appraisal.result')}</h3>
      <p className="verdict">
        {t(result.passed ? 'appraisal.passed' : 'appraisal.failed')}
        {band && <span lang="vi">, {band}</span>}:{' '}
        {t('model.appraisal.points', { points: points(result.totalCentipoints, language), mark: result.passMark })}
      </p>
      {result.vetoes.length > 0 && (
        <p className="late">
          <Named text={t('model.appraisal.vetoes', { criteria: vetoes })} name={vetoes} />
        </p>
      )}
      <p className="help">
        {t(`appraisal.aggregate.${appraisal.aggregate}`)}{' '}
        {fieldVisitOn && t('model.appraisal.visit', { on: day(fieldVisitOn) })}{' '}
        {scores === null && t('model.appraisal.scoresNotTold')}
      </p>
      <PointsTable
        caption={t('model.appraisal.result')}
        criteria={result.perCriterion.map(({ criterion }) => criterion)}
        names={model.criterionNames}
        sheets={scores ?? []}
        together={{
          each: Object.fromEntries(
            result.perCriterion.map(({ criterion, centipoints }) => [criterion, points(centipoints, language)]),
          ),
          total: points(result.totalCentipoints, language),
        }}
      />
      {minutes && <Files files={[minutes]} />}
    </>
  );
};

const Vote = ({ vote }: { readonly vote: NonNullable<OpenDossier['vote']> }) => {
  const { t } = useTexts();
  const share = useShare();
  const { yes, minPercent: least, denominator: whole, quorumMet, passed, heldOn, minutes } = vote;
  return (
    <>
      <h3>{t('model.appraisal.vote')}</h3>
      <p className="verdict">{t(passed ? 'appraisal.vote.passed' : 'appraisal.vote.failed')}</p>
      <p>{t('model.appraisal.voteSaid', { ...vote, on: day(heldOn) })}</p>
      <p className="help">
        {quorumMet
          ? t('model.appraisal.voteShare', { yes, whole, least, share: share(yes, whole) })
          : t('model.appraisal.voteQuorumMissed')}
      </p>
      {minutes && <Files files={[minutes]} />}
    </>
  );
};
