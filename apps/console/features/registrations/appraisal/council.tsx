import { Link } from 'react-router';
import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import { useRegulation } from '../../../shared/choices/use-regulation.ts';
import { Answer } from '../../../shared/page/answer.tsx';
import { Facts } from '../../../shared/page/facts.tsx';
import { Page } from '../../../shared/page/page.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { VoteRule } from './beside.tsx';

/** What a member of the council is told of their duty: they vote in the room, and others record it. */
export const Council = ({ registration }: { readonly registration: RegistrationDetail }) => {
  const { t } = useTexts();
  const regulation = useRegulation(registration.regulationId);
  return (
    <Page title={`${t('appraisal.council.title')}: ${registration.name}`} name={registration.name}>
      <Facts
        facts={[
          [t('registrations.unit'), <Link to={`/units/${registration.unitId}`}>{registration.unitName}</Link>, 'vi'],
          [t('registrations.cycle'), registration.cycleName, 'vi'],
          [t('registrations.field'), registration.fieldName, 'vi'],
        ]}
      />
      <p>{t('appraisal.council.text')}</p>
      <Link className="button button-first" to={`/registrations/${registration.id}#appraisal`}>
        {t('appraisal.council.file')}
      </Link>
      <div className="panel">
        <Answer of={regulation}>
          {({ content: { vote } }) =>
            vote === undefined ? <p>{t('appraisal.vote.notHeld')}</p> : <VoteRule rules={vote} />
          }
        </Answer>
      </div>
    </Page>
  );
};
