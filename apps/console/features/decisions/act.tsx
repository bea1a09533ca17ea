import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ActPage } from '../../shared/acts/act-page.tsx';
import { changesSince } from '../../shared/acts/changes-since.ts';
import {
  decisionsQueriesActionsOptions,
  decisionsQueriesOneOptions,
} from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import { decisionsQueriesTimeline } from '../../shared/api/generated/sdk.gen.ts';
import type { DecisionDetail } from '../../shared/api/generated/types.gen.ts';
import { count } from '../../shared/dates/dates.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { controlCode } from '../../shared/page/control-code.ts';
import { Facts } from '../../shared/page/facts.tsx';
import { Status } from '../../shared/page/status.tsx';
import { capital } from '../../shared/texts/capital.ts';
import { useTexts } from '../../shared/texts/i18n.ts';
import { DECISION_FORMS } from './forms.ts';

const Act = () => {
  const { id = '' } = useParams();
  const one = useQuery({ ...decisionsQueriesOneOptions({ path: { id } }), staleTime: 0 });
  const actions = useQuery({ ...decisionsQueriesActionsOptions({ path: { id } }), staleTime: 0 });
  return (
    <Answer of={one} fresh whole>
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

/** What is decided. */
const About = ({ decision }: { readonly decision: DecisionDetail }) => {
  const { t, language } = useTexts();
  return (
    <Facts
      facts={[
        [t('decisions.act'), capital(t(`actNames.${decision.act}`))],
        [t('decisions.body'), decision.unitName, 'vi'],
        [t('decisions.itemCount'), count(decision.itemCount, language)],
        [t('decisions.page.code'), decision.manifestSha256 && controlCode(decision.manifestSha256)],
        [t('decisions.status'), <Status key="status" of="decisionStatusNames" status={decision.status} />],
      ]}
    />
  );
};
