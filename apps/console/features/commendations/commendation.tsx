import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useParams } from 'react-router';
import { Actions } from '../../shared/actions/actions.tsx';
import { NextStep } from '../../shared/actions/next-step.tsx';
import {
  commendationsQueriesActionsOptions,
  commendationsQueriesOneOptions,
  commendationsQueriesTimelineOptions,
} from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { CommendationDetail } from '../../shared/api/generated/types.gen.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { Page } from '../../shared/page/page.tsx';
import { Status } from '../../shared/page/status.tsx';
import { capital } from '../../shared/texts/capital.ts';
import { useTexts } from '../../shared/texts/i18n.ts';
import { Timeline } from '../../shared/timeline/timeline.tsx';
import { CommendationFacts } from './commendation-facts.tsx';
import { Dossier } from './dossier.tsx';
import { COMMENDATION_FORMS } from './forms.ts';
import { stepsOf } from './path.ts';

/** One commendation: how far it came, what can be done, its dossier, what the council said, and what was done to it. */
const Commendation = () => {
  const { t } = useTexts();
  const { id = '' } = useParams();
  const one = useQuery(commendationsQueriesOneOptions({ path: { id } }));
  const actions = useQuery(commendationsQueriesActionsOptions({ path: { id } }));
  const timeline = useQuery(commendationsQueriesTimelineOptions({ path: { id }, query: { limit: 200 } }));
  return (
    <Answer of={one} whole>
      {(commendation) => (
        <Page
          title={commendation.recipientName}
          name={commendation.recipientName}
          beside={
            <>
              <Status of="commendationStatusNames" status={commendation.status} />
              <Button onClick={() => window.print()}>{t('commendations.print')}</Button>
            </>
          }
        >
          <Steps status={commendation.status} />
          <NextStep
            of="commendation"
            id={commendation.id}
            status={commendation.status}
            waitsFor={commendation.waitsFor}
            actions={actions.data}
          />
          <CommendationFacts commendation={commendation} />
          <Revoked state={commendation.achievementRevoked} />
          <Answer of={actions}>
            {(told) => (
              <Actions
                actions={told}
                commands={COMMENDATION_FORMS.map(({ command }) => command)}
                quiet={['WithdrawCommendation', 'ReturnCommendation']}
                at={`/commendations/${id}`}
                waitsFor={commendation.waitsFor}
              />
            )}
          </Answer>
          <Dossier commendation={commendation} />
          <h2>{t('commendations.timeline')}</h2>
          <Answer of={timeline}>{({ items }) => <Timeline entries={items} />}</Answer>
        </Page>
      )}
    </Answer>
  );
};

export default Commendation;

const PLACES = { done: 'stepDone', now: 'stepNow', next: 'stepNext' } as const;

const Steps = ({ status }: Pick<CommendationDetail, 'status'>) => {
  const { t } = useTexts();
  return (
    <ol className="steps" aria-label={t('commendations.path')}>
      {stepsOf(status).map((step) => (
        <li
          key={step.status}
          className={`step step-${step.place}`}
          aria-current={step.place === 'now' ? 'step' : undefined}
        >
          <span>{capital(t(`commendationStatusNames.${step.status}`))}</span>
          <small>{t(`commendations.${PLACES[step.place]}`)}</small>
        </li>
      ))}
    </ol>
  );
};

const Revoked = ({ state }: { readonly state: CommendationDetail['achievementRevoked'] }) => {
  const { t } = useTexts();
  if (state === null) return null;
  return state === 'PENDING' ? (
    <Alert type="warning" showIcon title={t('commendations.revoked')} />
  ) : (
    <Alert type="info" showIcon title={t('commendations.settled')} />
  );
};
