import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { Allowed } from '../../shared/actions/own.tsx';
import { KeptDraft } from '../../shared/acts/kept-draft.tsx';
import { decisionsQueriesOneOptions } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import { DecisionDraftBody } from '../../shared/api/generated/shapes.gen.ts';
import type { DecisionDetail } from '../../shared/api/generated/types.gen.ts';
import { CommandForm } from '../../shared/forms/command-form.tsx';
import { Answer } from '../../shared/page/answer.tsx';
import { announce } from '../../shared/page/announce.tsx';
import { Page } from '../../shared/page/page.tsx';
import { useWho } from '../../shared/session.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';
import { DRAFT_FORM, type Beginning } from './drafting/draft-form.tsx';

/** A decision is drafted: anew, for the thing that waits for it, or from the list of one that was given up. */
const FromAnything = () => {
  const [params] = useSearchParams();
  const from = params.get('from');
  const { t } = useTexts();
  return (
    <Page title={t('decisions.new')}>
      {from === null ? (
        <Drafting beginning={askedFor(params)} from={params.get('item') ?? undefined} />
      ) : (
        <DraftingAnew from={from} />
      )}
    </Page>
  );
};

const NewDecision = () => {
  const { t } = useTexts();
  const [params] = useSearchParams();
  const from = params.get('from') ?? params.get('item') ?? undefined;
  const kept = <KeptDraft form={DRAFT_FORM} about={draftFrom(from) ?? 'new'} />;
  return (
    <Allowed action="DraftDecision" title={t('decisions.new')} kept={kept}>
      <FromAnything />
    </Allowed>
  );
};

export default NewDecision;

const draftFrom = (from: string | undefined): string | undefined => from && `new from ${from}`;

/** A task says what waits for which act. */
const askedFor = (params: URLSearchParams): Beginning => {
  const [act, kind, id] = ['act', 'kind', 'item'].map((name) => params.get(name) ?? undefined);
  const isAct = (text: string | undefined): text is NonNullable<Beginning['act']> =>
    DecisionDraftBody.properties.act.enum.some((each) => each === text);
  if (!isAct(act) || id === undefined || (kind !== 'registration' && kind !== 'commendation')) return { items: [] };
  return { act, items: [{ kind, id }] };
};

const DraftingAnew = ({ from }: { readonly from: string }) => {
  const one = useQuery(decisionsQueriesOneOptions({ path: { id: from } }));
  return <Answer of={one}>{(before) => <Drafting beginning={beginningOf(before)} from={from} />}</Answer>;
};

const beginningOf = ({ act, unitId, cycleId, title, items }: DecisionDetail): Beginning => ({
  ...{ act, unitId, title },
  ...(cycleId === null ? {} : { cycleId }),
  items: items.map(({ kind, itemId, reason }) => ({ kind, id: itemId, ...(reason === null ? {} : { reason }) })),
});

const Drafting = ({ beginning, from }: { readonly beginning: Beginning; readonly from?: string | undefined }) => {
  const { t } = useTexts();
  const { personId } = useWho();
  const navigate = useNavigate();
  return (
    <div className="form-wide">
      <CommandForm
        form={DRAFT_FORM}
        subject={beginning}
        id=""
        draftOf={draftFrom(from)}
        name={t('decisions.one')}
        personId={personId}
        onCancel={() => void navigate('/decisions')}
        onDone={({ id }) => {
          announce(t('forms.done', { command: t('commandNames.DraftDecision') }));
          void navigate(`/decisions/${id}`, { replace: true });
        }}
      />
    </div>
  );
};
