import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Actions } from '../../../shared/actions/actions.tsx';
import {
  registrationsQueriesActionsOptions,
  registrationsQueriesOneOptions,
  registrationsQueriesTimelineOptions,
} from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import { day } from '../../../shared/dates/dates.ts';
import { Answer } from '../../../shared/page/answer.tsx';
import { Facts } from '../../../shared/page/facts.tsx';
import { Page } from '../../../shared/page/page.tsx';
import { Status } from '../../../shared/page/status.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { Timeline } from '../../../shared/timeline/timeline.tsx';
import { REGISTRATION_FORMS } from '../all-forms.ts';

/** One registration of a model: where it stands, what can be done, its dossier, and what was done to it. */
const Model = () => {
  const { t } = useTexts();
  const { id = '' } = useParams();
  const one = useQuery(registrationsQueriesOneOptions({ path: { id } }));
  const actions = useQuery(registrationsQueriesActionsOptions({ path: { id } }));
  const timeline = useQuery(registrationsQueriesTimelineOptions({ path: { id }, query: { limit: 200 } }));
  return (
    <Answer of={one}>
      {(model) => (
        <Page title={model.name} beside={<Status of="registrationStatusNames" status={model.status} />}>
          <Facts
            facts={[
              [t('registrations.unit'), model.unitName],
              [t('registrations.cycle'), model.cycleName],
              [t('registrations.field'), model.fieldName],
              [t('registrations.since'), day(model.statusSince)],
              [t('registrations.due'), model.dueOn && day(model.dueOn)],
            ]}
          />
          <Answer of={actions}>
            {(told) => (
              <Actions
                actions={told}
                commands={REGISTRATION_FORMS.map(({ command }) => command)}
                at={`/registrations/${id}`}
              />
            )}
          </Answer>
          <h2>{t('timeline.title')}</h2>
          <Answer of={timeline}>{({ items }) => <Timeline entries={items} />}</Answer>
        </Page>
      )}
    </Answer>
  );
};

export default Model;
