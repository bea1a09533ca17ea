import { Link } from 'react-router';
import type { CommendationDetail } from '../../shared/api/generated/types.gen.ts';
import { day } from '../../shared/dates/dates.ts';
import { Facts } from '../../shared/page/facts.tsx';
import { capital } from '../../shared/texts/capital.ts';
import { useTexts } from '../../shared/texts/i18n.ts';

/** Who is to be rewarded for what and how, and what came of it. */
export const CommendationFacts = ({ commendation }: { readonly commendation: CommendationDetail }) => {
  const { t } = useTexts();
  const { registrationId, decisionId, documentNumber, decidedOn, description } = commendation;
  return (
    <Facts
      facts={[
        [t('commendations.recipientType'), capital(t(`recipientTypeNames.${commendation.recipientType}`))],
        [
          t('commendations.achievement'),
          registrationId === null ? (
            <span lang="vi">{description}</span>
          ) : (
            <Link lang="vi" to={`/registrations/${registrationId}`}>
              {commendation.registrationName ?? t(`achievementKindNames.${commendation.achievementKind}`)}
            </Link>
          ),
        ],
        [t('commendations.form'), capital(t(`awardFormNames.${commendation.form}`))],
        [t('commendations.scope'), capital(t(`commendationScopeNames.${commendation.scope}`))],
        [t('commendations.unit'), commendation.unitName, 'vi'],
        [t('commendations.cycle'), commendation.cycleName, 'vi'],
        [t('commendations.proposedOn'), day(commendation.proposedOn)],
        [t('commendations.submittedTo'), commendation.submittedToName, 'vi'],
        [t('commendations.due'), commendation.dueOn && day(commendation.dueOn)],
        [
          t('commendations.decision'),
          decisionId && (
            <Link to={`/decisions/${decisionId}`}>
              {documentNumber !== null && decidedOn !== null
                ? t('commendations.decided', { number: documentNumber, on: day(decidedOn) })
                : commendation.decisionTitle}
            </Link>
          ),
        ],
        [t('commendations.reason'), reasonText(t, commendation.reason)],
        [t('commendations.regulation'), commendation.regulationTitle, 'vi'],
      ]}
    />
  );
};

/** A legal ground by its name, another reason as it was written. */
const reasonText = (t: ReturnType<typeof useTexts>['t'], reason: string | null): string | null => {
  const grounds = t('decisions.grounds', { returnObjects: true }) as Readonly<Record<string, string>>;
  return reason === null ? null : (grounds[reason] ?? reason);
};
