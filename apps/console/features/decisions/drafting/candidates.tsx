import { Button, Checkbox, Input, Space, type TableColumnType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DecisionCandidate, ItemBody } from '../../../shared/api/generated/types.gen.ts';
import { count } from '../../../shared/dates/dates.ts';
import { FilterSelect } from '../../../shared/tables/filter-select.tsx';
import { IN_VIETNAMESE } from '../../../shared/tables/labelled.ts';
import { WholeTable } from '../../../shared/tables/whole-table.tsx';
import { useClearing } from '../../../shared/texts/clearing.tsx';
import { useTexts, type Language } from '../../../shared/texts/i18n.ts';
import { chosenOf, MAX_ITEMS, shownOf, unitsOf, withAllShown } from './items.ts';

interface Props {
  readonly candidates: readonly DecisionCandidate[];
  /** All of them are here. */
  readonly complete: boolean;
  readonly chosen: readonly ItemBody[];
  readonly change: (items: readonly ItemBody[]) => void;
}

/** What can be decided and what cannot, with why; chosen one by one, or all that the filters show. */
export const Candidates = ({ candidates, complete, chosen, change }: Props) => {
  const { t, language } = useTexts();
  const clearing = useClearing();
  const [typed, setTyped] = useState('');
  const [unitId, setUnitId] = useState<string>();
  const [onlyEligible, setOnlyEligible] = useState(false);
  const shown = shownOf(candidates, { typed, unitId, onlyEligible });
  const eligible = shown.filter((one) => one.eligible).length;
  return (
    <>
      <div className="filters">
        <Input
          aria-label={t('decisions.draft.search')}
          placeholder={t('decisions.draft.search')}
          value={typed}
          allowClear={clearing}
          onChange={({ target }) => setTyped(target.value)}
          onPressEnter={(event) => event.preventDefault()}
        />
        <FilterSelect
          label={t('decisions.draft.unit')}
          value={unitId}
          onChange={setUnitId}
          words={unitsOf(candidates)}
          lang="vi"
        />
        <Checkbox checked={onlyEligible} onChange={({ target }) => setOnlyEligible(target.checked)}>
          {t('decisions.draft.onlyEligible')}
        </Checkbox>
      </div>
      <Space wrap className="chosen-line">
        <strong role="status">{t('decisions.draft.chosen', { count: chosen.length })}</strong>
        <Button disabled={!complete || eligible === 0} onClick={() => change(withAllShown(chosen, shown, candidates))}>
          {t('decisions.draft.selectAll', { count: eligible })}
        </Button>
        <Button disabled={chosen.length === 0} onClick={() => change([])}>
          {t('decisions.draft.clear')}
        </Button>
        <span className="help">
          {complete
            ? t('decisions.draft.counts', {
                eligible: count(eligible, language),
                closed: count(shown.length - eligible, language),
              })
            : t('decisions.draft.loaded', { count: candidates.length })}
        </span>
      </Space>
      {chosen.length > MAX_ITEMS && <p className="late">{t('decisions.draft.tooMany', { max: MAX_ITEMS })}</p>}
      {shown.length === 0 ? (
        <p className="nothing">{t('decisions.draft.noneFiltered')}</p>
      ) : (
        <WholeTable
          caption={t('fields.decisionItems.label')}
          rows={shown}
          rowKey="id"
          columns={columns(t, language)}
          size={10}
          selection={{
            selected: chosen.map(({ id }) => id),
            change: (ids) => change(chosenOf(new Set(ids), chosen, candidates)),
            nameOf: ({ name }) => name,
            closed: (one) => !one.eligible,
          }}
        />
      )}
    </>
  );
};

const columns = (t: ReturnType<typeof useTexts>['t'], language: Language): TableColumnType<DecisionCandidate>[] => [
  {
    title: t('decisions.draft.name'),
    render: (_, { kind, id, name }) => (
      <Link lang="vi" to={`/${kind}s/${id}`} target="_blank">
        {name}
      </Link>
    ),
  },
  { title: t('decisions.draft.unit'), dataIndex: 'unitName', ...IN_VIETNAMESE },
  { title: t('decisions.cycle'), dataIndex: 'cycleName', ...IN_VIETNAMESE },
  {
    title: t('decisions.draft.why'),
    render: (_, { eligible, sentence, decisionId, decisionTitle }) => (
      <>
        {eligible ? <span className="status status-good">{t('decisions.draft.can')}</span> : sentence?.[language]}
        {decisionId !== null && (
          <div className="help">
            {t('decisions.draft.underWay')}{' '}
            <Link lang="vi" to={`/decisions/${decisionId}`} target="_blank">
              {decisionTitle}
            </Link>
          </div>
        )}
      </>
    ),
  },
];
