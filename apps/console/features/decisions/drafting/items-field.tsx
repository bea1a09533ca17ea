import { Form } from 'antd';
import { FormItemInputContext } from 'antd/es/form/context';
import { reasonsOf } from './reasons.ts';
import type { DecisionDraftBody, ItemBody } from '../../../shared/api/generated/types.gen.ts';
import { FieldFrame } from '../../../shared/forms/field-frame.tsx';
import type { Field, FieldProps } from '../../../shared/forms/form.ts';
import { FailurePanel } from '../../../shared/page/failure-panel.tsx';
import { Loading } from '../../../shared/page/page.tsx';
import { failureOf } from '../../../shared/api/failure.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { Candidates } from './candidates.tsx';
import { Chosen } from './chosen.tsx';
import { MAX_ITEMS, namesOf } from './items.ts';
import { useCandidates } from './use-candidates.ts';

/** What goes into the decision: chosen from what the api says can be decided, with the reason where the act asks one. */
export const itemsField: Field<unknown> = {
  text: 'decisionItems',
  Input: (props: FieldProps<unknown>) => {
    const { t } = useTexts();
    const form = Form.useFormInstance();
    const act = Form.useWatch<DecisionDraftBody['act'] | undefined>('act', form);
    const unit = Form.useWatch<string | undefined>('unitId', form);
    const cycle = Form.useWatch<string | undefined>('cycleId', form);
    const asked = act && unit ? { act, unit, ...(cycle ? { cycle } : {}) } : undefined;
    const { candidates, query, complete } = useCandidates(asked);
    const names = namesOf(candidates);
    const needsReason = act !== undefined && reasonsOf(act) !== 'NONE';
    const check = (_: unknown, items: readonly ItemBody[] | undefined): Promise<void> => {
      if (!items?.length) return Promise.reject(new Error(t('decisions.draft.noItems')));
      if (items.length > MAX_ITEMS) return Promise.reject(new Error(t('decisions.draft.tooMany', { max: MAX_ITEMS })));
      const lacking = needsReason ? items.filter(({ reason }) => !reason?.trim()) : [];
      if (lacking.length === 0) return Promise.resolve();
      const some = lacking.slice(0, 3).map(({ id }) => names.get(id) ?? '…');
      return Promise.reject(
        new Error(
          t('decisions.draft.noReason', {
            count: lacking.length,
            names: some.join('; ') + (lacking.length > some.length ? '…' : ''),
          }),
        ),
      );
    };
    return (
      <div className="decision-items">
        <FieldFrame {...props} shape={{}} rules={[{ validator: check }]}>
          {asked === undefined ? (
            <First />
          ) : (
            <Choosing act={asked.act} candidates={candidates} complete={complete} query={query} />
          )}
        </FieldFrame>
      </div>
    );
  },
};

const First = () => {
  const { t } = useTexts();
  return <p className="nothing">{t('decisions.draft.first')}</p>;
};

interface ChoosingProps extends Pick<ReturnType<typeof useCandidates>, 'candidates' | 'complete' | 'query'> {
  readonly id?: string;
  readonly act: DecisionDraftBody['act'];
  readonly value?: readonly ItemBody[];
  readonly onChange?: (items: readonly ItemBody[]) => void;
}

const Choosing = ({ id, act, candidates, complete, query, value = [], onChange }: ChoosingProps) => {
  const { t } = useTexts();
  if (query.error) return <FailurePanel failure={failureOf(query.error)} again={() => void query.refetch()} />;
  if (query.isPending) return <Loading />;
  if (candidates.length === 0) return <p className="nothing">{t('decisions.draft.none')}</p>;
  const change = (items: readonly ItemBody[]): void => onChange?.(items);
  // The fault is about the list; the inputs within have none.
  return (
    <FormItemInputContext.Provider value={{}}>
      <div id={id} tabIndex={-1}>
        <Candidates {...{ candidates, complete, change }} chosen={value} />
        {value.length > 0 && <Chosen {...{ act, candidates, change }} chosen={value} />}
      </div>
    </FormItemInputContext.Provider>
  );
};
