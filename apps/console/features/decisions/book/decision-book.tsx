import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TableColumnType } from 'antd';
import { Link } from 'react-router';
import { Begin } from '../../../shared/actions/own.tsx';
import { decisionsQueriesListOptions } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { Decision, DecisionsQueriesListData } from '../../../shared/api/generated/types.gen.ts';
import { useCycles } from '../../../shared/choices/cycles.ts';
import { UnitSelect } from '../../../shared/choices/unit-select.tsx';
import { count, day } from '../../../shared/dates/dates.ts';
import { Page } from '../../../shared/page/page.tsx';
import { Status } from '../../../shared/page/status.tsx';
import { AnsweredList } from '../../../shared/tables/answered-list.tsx';
import { ExportButtons } from '../../../shared/tables/export-buttons.tsx';
import { FilterBar, FilterText } from '../../../shared/tables/filter-bar.tsx';
import { FilterSelect } from '../../../shared/tables/filter-select.tsx';
import { capital } from '../../../shared/texts/capital.ts';
import { IN_VIETNAMESE } from '../../../shared/tables/labelled.ts';
import { useFilters } from '../../../shared/tables/use-filters.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { Clocks, endOf } from './clocks.tsx';

const FILTERS = ['q', 'act', 'status', 'cycle', 'unit', 'signer', 'asOf', 'knownAt', 'sort'] as const;

type Query = NonNullable<DecisionsQueriesListData['query']>;

/** Every decision one may see, the newest first, now or as it was. */
const DecisionBook = () => {
  const { t, language } = useTexts();
  const { filters, set, clear, after, goTo } = useFilters(FILTERS);
  const { cycles } = useCycles();
  const { knownAt, ...others } = filters;
  const asked = { ...others, ...(knownAt === undefined ? {} : { knownAt: endOf(knownAt) }) };
  const query = { ...asked, limit: 50, ...(after === undefined ? {} : { after }) } as Query;
  const list = useQuery({ ...decisionsQueriesListOptions({ query }), placeholderData: keepPreviousData });
  return (
    <Page
      title={t('decisions.title')}
      beside={
        <>
          <ExportButtons of="/api/decisions" query={asked} />
          <Begin action="DraftDecision" to="/decisions/new">
            {t('decisions.new')}
          </Begin>
        </>
      }
    >
      <FilterBar clear={clear}>
        <FilterText label={t('decisions.search')} value={filters.q} onChange={(q) => set({ q })} />
        <FilterSelect
          label={t('decisions.act')}
          value={filters.act}
          onChange={(act) => set({ act })}
          words={t('actNames', { returnObjects: true })}
        />
        <FilterSelect
          label={t('decisions.status')}
          value={filters.status}
          onChange={(status) => set({ status })}
          words={t('decisionStatusNames', { returnObjects: true })}
        />
        <FilterSelect
          label={t('decisions.cycle')}
          value={filters.cycle}
          onChange={(cycle) => set({ cycle })}
          words={Object.fromEntries(cycles.map(({ id, name }) => [id, name]))}
          lang="vi"
        />
        <UnitSelect label={t('decisions.body')} value={filters.unit} onChange={(unit) => set({ unit })} />
        <FilterSelect
          label={t('tables.sort')}
          value={filters.sort}
          onChange={(sort) => set({ sort })}
          words={t('decisions.sorts', { returnObjects: true })}
        />
      </FilterBar>
      <Clocks asOf={filters.asOf} knownAt={knownAt} set={set} />
      <AnsweredList
        of={list}
        none={t('decisions.none')}
        caption={t('decisions.title')}
        rowKey="id"
        columns={columns(t, (value) => count(value, language))}
        {...{ after, goTo }}
      />
    </Page>
  );
};

export default DecisionBook;

const columns = (t: ReturnType<typeof useTexts>['t'], told: (value: number) => string): TableColumnType<Decision>[] => [
  {
    title: t('decisions.number'),
    width: '8rem',
    render: (_, { numberText }) => numberText ?? <span className="help">{t('decisions.noNumber')}</span>,
  },
  { title: t('decisions.issuedOn'), width: '7.5rem', render: (_, { issuedOn }) => (issuedOn ? day(issuedOn) : '') },
  {
    title: t('decisions.name'),
    render: (_, { id, title }) => <Link to={`/decisions/${id}`}>{title}</Link>,
    ...IN_VIETNAMESE,
  },
  { title: t('decisions.act'), render: (_, { act }) => capital(t(`actNames.${act}`)) },
  { title: t('decisions.body'), dataIndex: 'unitName', ...IN_VIETNAMESE },
  {
    title: t('decisions.itemCount'),
    align: 'right',
    width: '5.5rem',
    render: (_, { itemCount }) => told(itemCount),
  },
  {
    title: t('decisions.status'),
    render: (_, { status }) => <Status of="decisionStatusNames" status={status} />,
  },
];
