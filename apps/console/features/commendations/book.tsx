import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TableColumnType } from 'antd';
import { Link } from 'react-router';
import { Begin } from '../../shared/actions/own.tsx';
import { commendationsQueriesListOptions } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { Commendation, CommendationsQueriesListData } from '../../shared/api/generated/types.gen.ts';
import { useCycles } from '../../shared/choices/cycles.ts';
import { UnitSelect } from '../../shared/choices/unit-select.tsx';
import { day } from '../../shared/dates/dates.ts';
import { Page } from '../../shared/page/page.tsx';
import { Status } from '../../shared/page/status.tsx';
import { AnsweredList } from '../../shared/tables/answered-list.tsx';
import { ExportButtons } from '../../shared/tables/export-buttons.tsx';
import { FilterBar, FilterText } from '../../shared/tables/filter-bar.tsx';
import { FilterSelect } from '../../shared/tables/filter-select.tsx';
import { IN_VIETNAMESE } from '../../shared/tables/labelled.ts';
import { useFilters } from '../../shared/tables/use-filters.ts';
import { capital } from '../../shared/texts/capital.ts';
import { useTexts } from '../../shared/texts/i18n.ts';

const FILTERS = ['q', 'status', 'form', 'recipientType', 'scope', 'cycle', 'unit', 'registration', 'sort'] as const;

type Query = NonNullable<CommendationsQueriesListData['query']>;

/** Every commendation one may see, the newest first. */
const CommendationBook = () => {
  const { t } = useTexts();
  const { filters, set, clear, after, goTo } = useFilters(FILTERS);
  const { cycles } = useCycles();
  const query = { ...filters, limit: 50, ...(after === undefined ? {} : { after }) } as Query;
  const list = useQuery({ ...commendationsQueriesListOptions({ query }), placeholderData: keepPreviousData });
  return (
    <Page
      title={t('commendations.title')}
      beside={
        <>
          <ExportButtons of="/api/commendations" query={filters} />
          <Begin action="ProposeCommendation" to="/commendations/new">
            {t('commendations.new')}
          </Begin>
        </>
      }
    >
      <FilterBar clear={clear}>
        <FilterText label={t('commendations.search')} value={filters.q} onChange={(q) => set({ q })} />
        <FilterSelect
          label={t('commendations.status')}
          value={filters.status}
          onChange={(status) => set({ status })}
          words={t('commendationStatusNames', { returnObjects: true })}
        />
        <FilterSelect
          label={t('commendations.form')}
          value={filters.form}
          onChange={(form) => set({ form })}
          words={t('awardFormNames', { returnObjects: true })}
        />
        <FilterSelect
          label={t('commendations.recipientType')}
          value={filters.recipientType}
          onChange={(recipientType) => set({ recipientType })}
          words={t('recipientTypeNames', { returnObjects: true })}
        />
        <FilterSelect
          label={t('commendations.scope')}
          value={filters.scope}
          onChange={(scope) => set({ scope })}
          words={t('commendationScopeNames', { returnObjects: true })}
        />
        <FilterSelect
          label={t('commendations.cycle')}
          value={filters.cycle}
          onChange={(cycle) => set({ cycle })}
          words={Object.fromEntries(cycles.map(({ id, name }) => [id, name]))}
          lang="vi"
        />
        <UnitSelect label={t('commendations.unit')} value={filters.unit} onChange={(unit) => set({ unit })} />
        <FilterSelect
          label={t('tables.sort')}
          value={filters.sort}
          onChange={(sort) => set({ sort })}
          words={t('commendations.sorts', { returnObjects: true })}
        />
      </FilterBar>
      <AnsweredList
        of={list}
        none={t('commendations.none')}
        caption={t('commendations.title')}
        rowKey="id"
        columns={columns(t)}
        {...{ after, goTo }}
      />
    </Page>
  );
};

export default CommendationBook;

const columns = (t: ReturnType<typeof useTexts>['t']): TableColumnType<Commendation>[] => [
  {
    title: t('commendations.recipient'),
    render: (_, { id, recipientName, recipientType }) => (
      <>
        <Link lang="vi" to={`/commendations/${id}`}>
          {recipientName}
        </Link>
        <div className="help">{capital(t(`recipientTypeNames.${recipientType}`))}</div>
      </>
    ),
  },
  { title: t('commendations.form'), width: '8rem', render: (_, { form }) => capital(t(`awardFormNames.${form}`)) },
  { title: t('commendations.unit'), dataIndex: 'unitName', ...IN_VIETNAMESE },
  {
    title: t('commendations.status'),
    render: (_, { status }) => <Status of="commendationStatusNames" status={status} />,
  },
  { title: t('commendations.since'), width: '7.5rem', render: (_, { statusSince }) => day(statusSince) },
  {
    title: t('commendations.decision'),
    width: '9rem',
    render: (_, { decisionId, documentNumber, decisionTitle }) =>
      decisionId === null ? (
        ''
      ) : (
        <Link lang="vi" to={`/decisions/${decisionId}`}>
          {documentNumber ?? decisionTitle}
        </Link>
      ),
  },
];
