import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ActPage } from '../../shared/acts/act-page.tsx';
import { changesSince } from '../../shared/acts/changes-since.ts';
import { KeptDraft } from '../../shared/acts/kept-draft.tsx';
import {
  registrationsQueriesActionsOptions,
  registrationsQueriesOneOptions,
} from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import { registrationsQueriesTimeline } from '../../shared/api/generated/sdk.gen.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { pathOf } from '../../shared/forms/form.ts';
import { About } from './about.tsx';
import { REGISTRATION_FORMS } from './all-forms.ts';
import { Council } from './appraisal/council.tsx';

const Act = () => {
  const { id = '', command } = useParams();
  const form = REGISTRATION_FORMS.find((each) => pathOf(each.command) === command);
  const one = useQuery({ ...registrationsQueriesOneOptions({ path: { id } }), staleTime: 0 });
  const actions = useQuery({ ...registrationsQueriesActionsOptions({ path: { id } }), staleTime: 0 });
  return (
    <Answer of={one} fresh whole kept={<KeptDraft form={form} about={id} />}>
      {(registration) =>
        command === 'attend-council' ? (
          <Council registration={registration} />
        ) : (
          <ActPage
            forms={REGISTRATION_FORMS}
            actions={actions}
            subject={registration}
            id={id}
            name={registration.name}
            revision={registration.revision}
            at={`/registrations/${id}`}
            about={form && <About of={registration} command={form.command} />}
            changesSince={changesSince(registrationsQueriesTimeline, id)}
          />
        )
      }
    </Answer>
  );
};

export default Act;
