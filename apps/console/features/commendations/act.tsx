import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ActPage } from '../../shared/acts/act-page.tsx';
import { changesSince } from '../../shared/acts/changes-since.ts';
import { KeptDraft } from '../../shared/acts/kept-draft.tsx';
import {
  commendationsQueriesActionsOptions,
  commendationsQueriesOneOptions,
} from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import { commendationsQueriesTimeline } from '../../shared/api/generated/sdk.gen.ts';
import { pathOf } from '../../shared/forms/form.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { CommendationFacts } from './commendation-facts.tsx';
import { Dossier } from './dossier.tsx';
import { COMMENDATION_FORMS } from './forms.ts';

const Act = () => {
  const { id = '', command } = useParams();
  const form = COMMENDATION_FORMS.find((each) => pathOf(each.command) === command);
  const one = useQuery({ ...commendationsQueriesOneOptions({ path: { id } }), staleTime: 0 });
  const actions = useQuery({ ...commendationsQueriesActionsOptions({ path: { id } }), staleTime: 0 });
  return (
    <Answer of={one} fresh whole kept={<KeptDraft form={form} about={id} />}>
      {(commendation) => (
        <ActPage
          forms={COMMENDATION_FORMS}
          actions={actions}
          subject={commendation}
          id={id}
          name={commendation.recipientName}
          revision={commendation.revision}
          at={`/commendations/${id}`}
          about={
            <>
              <CommendationFacts commendation={commendation} />
              <Dossier commendation={commendation} />
            </>
          }
          changesSince={changesSince(commendationsQueriesTimeline, id)}
        />
      )}
    </Answer>
  );
};

export default Act;
