import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { Allowed } from '../../shared/actions/own.tsx';
import { decisionsQueriesOneOptions } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { DecisionDetail } from '../../shared/api/generated/types.gen.ts';
import { CommandForm } from '../../shared/forms/command-form.tsx';
import { Answer } from '../../shared/page/answer.tsx';
import { announce } from '../../shared/page/announce.tsx';
import { Page } from '../../shared/page/page.tsx';
import { useWho } from '../../shared/session.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';
import { DRAFT_FORM, type Beginning } from './drafting/draft-form.tsx';

/** A decision is drafted: anew, or from the list of one that was given up. */
const FromAnything = () => {
  const from = useSearchParams()[0].get('from');
  const { t } = useTexts();
  return (
    <Page title={t('decisions.new')}>
      {from === null ? <Drafting beginning={{ items: [] }} /> : <DraftingAnew from={from} />}
    </Page>
  );
};

const NewDecision = () => {
  const { t } = useTexts();
  return (
    <Allowed action="DraftDecision" title={t('decisions.new')}>
      <FromAnything />
    </Allowed>
  );
};

export default NewDecision;

const DraftingAnew = ({ from }: { readonly from: string }) => {
  const one = useQuery(decisionsQueriesOneOptions({ path: { id: from } }));
  return <Answer of={one}>{(before) => <Drafting beginning={beginningOf(before)} from={from} />}</Answer>;
};

const beginningOf = ({ act, unitId, cycleId, title, items }: DecisionDetail): Beginning => ({
  ...{ act, unitId, title },
  ...(cycleId === null ? {} : { cycleId }),
  items: items.map(({ kind, itemId, reason }) => ({ kind, id: itemId, ...(reason === null ? {} : { reason }) })),
});

const Drafting = ({ beginning, from }: { readonly beginning: Beginning; readonly from?: string }) => {
  const { t } = useTexts();
  const { personId } = useWho();
  const navigate = useNavigate();
  return (
    <div className="form-wide">
      <CommandForm
        form={DRAFT_FORM}
        subject={beginning}
        id=""
        draftOf={from && `new from ${from}`}
        name={t('decisions.one')}
        personId={personId}
        onCancel={() => void navigate('/decisions')}
        onDone={({ id }) => {
          announce(t('forms.done', { command: t('commandNames.DraftDecision') }));
          void navigate(`/decisions/${id}`);
        }}
      />
    </div>
  );
};
