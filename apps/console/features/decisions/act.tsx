import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ActPage } from '../../shared/acts/act-page.tsx';
import { changesSince } from '../../shared/acts/changes-since.ts';
import { KeptDraft } from '../../shared/acts/kept-draft.tsx';
import {
  decisionsQueriesActionsOptions,
  decisionsQueriesOneOptions,
} from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import { decisionsQueriesTimeline } from '../../shared/api/generated/sdk.gen.ts';
import type { DecisionDetail } from '../../shared/api/generated/types.gen.ts';
import { pathOf } from '../../shared/forms/form.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { DecisionFacts } from './decision/decision-facts.tsx';
import { Items } from './decision/items.tsx';
import { Papers } from './decision/papers.tsx';
import { DECISION_FORMS } from './forms.ts';

const Act = () => {
  const { id = '', command } = useParams();
  const form = DECISION_FORMS.find((each) => pathOf(each.command) === command);
  const one = useQuery({ ...decisionsQueriesOneOptions({ path: { id } }), staleTime: 0 });
  const actions = useQuery({ ...decisionsQueriesActionsOptions({ path: { id } }), staleTime: 0 });
  return (
    <Answer of={one} fresh whole kept={<KeptDraft form={form} about={id} />}>
      {(decision) => (
        <ActPage
          forms={DECISION_FORMS}
          actions={actions}
          subject={decision}
          id={id}
          name={decision.title}
          revision={decision.revision}
          at={`/decisions/${id}`}
          about={<About decision={decision} />}
          changesSince={changesSince(decisionsQueriesTimeline, id)}
        />
      )}
    </Answer>
  );
};

export default Act;

/** What is decided, and on whom: nobody freezes or signs a list that they are not shown. */
const About = ({ decision }: { readonly decision: DecisionDetail }) => (
  <>
    <DecisionFacts decision={decision} />
    <Papers papers={decision.papers} issued={false} />
    <Items decision={decision} obstacles={new Map()} />
  </>
);
