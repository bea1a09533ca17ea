import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useParams } from 'react-router';
import { Begin } from '../../../shared/actions/own.tsx';
import { Actions } from '../../../shared/actions/actions.tsx';
import { NextStep } from '../../../shared/actions/next-step.tsx';
import {
  decisionsQueriesActionsOptions,
  decisionsQueriesOneOptions,
} from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { DecisionActions, DecisionDetail } from '../../../shared/api/generated/types.gen.ts';
import { Answer } from '../../../shared/page/answer.tsx';
import { Page } from '../../../shared/page/page.tsx';
import { Status } from '../../../shared/page/status.tsx';
import { useTexts, type Sentence } from '../../../shared/texts/i18n.ts';
import { DECISION_FORMS } from '../forms.ts';
import { DecisionFacts } from './decision-facts.tsx';
import { Items } from './items.tsx';
import { Papers } from './papers.tsx';
import { Progress } from './progress.tsx';
import { Signers } from './signers.tsx';
import { Trail } from './trail.tsx';
import { useAgainOn } from './use-again.ts';

/** Milliseconds between two looks at a decision that is reaching its items. */
const WATCHING_MS = 1000;

/** One decision: where it stands, what can be done, its list with what became of each item, its papers and trail. */
const Decision = () => {
  const { id = '' } = useParams();
  const one = useQuery({
    ...decisionsQueriesOneOptions({ path: { id } }),
    refetchInterval: ({ state }) => (state.data?.status === 'ISSUED' ? WATCHING_MS : false),
  });
  return (
    <Answer of={one} whole>
      {(decision) => <Found key={id} decision={decision} />}
    </Answer>
  );
};

export default Decision;

const Found = ({ decision }: { readonly decision: DecisionDetail }) => {
  const { t } = useTexts();
  const { id, title, status, revision } = decision;
  const asked = decisionsQueriesActionsOptions({ path: { id } });
  const actions = useQuery(asked);
  useAgainOn(revision, [asked.queryKey]);
  return (
    <Page
      title={title}
      name={title}
      beside={
        <>
          <Status of="decisionStatusNames" status={status} />
          <Button onClick={() => window.print()}>{t('decisions.print')}</Button>
        </>
      }
    >
      <NextStep of="decision" id={id} status={status} waitsFor={decision.waitsFor} actions={actions.data} />
      <DecisionFacts decision={decision} />
      {decision.partial && <Alert type="info" showIcon title={t('decisions.page.partial')} />}
      <Progress decision={decision} />
      <Answer of={actions}>
        {(told) => (
          <Actions
            actions={told}
            commands={DECISION_FORMS.map(({ command }) => command)}
            quiet={['CancelDraft', 'RefuseNumber']}
            at={`/decisions/${id}`}
            waitsFor={decision.waitsFor}
          />
        )}
      </Answer>
      {status === 'CANCELLED' && (
        <p>
          <Begin action="DraftDecision" to={`/decisions/new?from=${id}`}>
            {t('decisions.page.redraft')}
          </Begin>
        </p>
      )}
      <Items decision={decision} obstacles={obstaclesOf(actions.data)} />
      {status === 'FROZEN' && <Signers id={id} revision={revision} />}
      <Papers papers={decision.papers} issued={status === 'ISSUED' || status === 'COMPLETED'} />
      <Trail id={id} revision={revision} />
    </Page>
  );
};

/** Why the list cannot be frozen as its items stand, by the place of the item. */
const obstaclesOf = (actions: DecisionActions | undefined): ReadonlyMap<number, Sentence> => {
  const freeze = actions?.FreezeDecision;
  const faults = freeze?.allowed === false ? (freeze.faults ?? []) : [];
  return new Map(
    faults.flatMap(({ pointer, sentence }) => {
      const place = /^\/items\/(\d+)/u.exec(pointer)?.[1];
      return place === undefined ? [] : [[Number(place), sentence] as const];
    }),
  );
};
