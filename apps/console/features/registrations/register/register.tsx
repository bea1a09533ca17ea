import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input, Select, type TableColumnType } from 'antd';
import { Link } from 'react-router';
import {
  cyclesQueriesListOptions,
  registrationsQueriesListOptions,
} from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { Registration, RegistrationsQueriesListData } from '../../../shared/api/generated/types.gen.ts';
import { day } from '../../../shared/dates/dates.ts';
import { Answer } from '../../../shared/page/answer.tsx';
import { Nothing, Page } from '../../../shared/page/page.tsx';
import { Status } from '../../../shared/page/status.tsx';
import { ListTable } from '../../../shared/tables/list-table.tsx';
import { useFilters } from '../../../shared/tables/use-filters.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';

const FILTERS = ['q', 'cycle', 'status', 'subjectType', 'sort'] as const;

type Query = NonNullable<RegistrationsQueriesListData['query']>;

const Register = () => {
  const { t } = useTexts();
  const { filters, set, after, goTo } = useFilters(FILTERS);
  const query = { ...filters, limit: 50, ...(after === undefined ? {} : { after }) } as Query;
  const list = useQuery({ ...registrationsQueriesListOptions({ query }), placeholderData: keepPreviousData });
  const cycles = useQuery(cyclesQueriesListOptions({ query: { limit: 50 } }));
  const statuses = t('registrationStatusNames', { returnObjects: true });
  return (
    <Page
      title={t('registrations.title')}
      beside={
        <Link className="button" to="/registrations/new">
          {t('registrations.new')}
        </Link>
      }
    >
      <form role="search" className="filters" onSubmit={(event) => event.preventDefault()}>
        <Input.Search
          aria-label={t('registrations.search')}
          placeholder={t('registrations.search')}
          defaultValue={filters.q ?? ''}
          allowClear
          onSearch={(q) => set({ q })}
        />
        <Select
          aria-label={t('registrations.cycle')}
          placeholder={t('registrations.cycle')}
          allowClear
          value={filters.cycle}
          onChange={(cycle: string | undefined) => set({ cycle })}
          options={cycles.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        />
        <Select
          aria-label={t('registrations.status')}
          placeholder={t('registrations.status')}
          allowClear
          value={filters.status}
          onChange={(status: string | undefined) => set({ status })}
          options={Object.entries(statuses).map(([value, label]) => ({ value, label }))}
        />
      </form>
      <Answer of={list}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Nothing text={t('registrations.none')} />
          ) : (
            <ListTable
              caption={t('registrations.title')}
              rows={items}
              rowKey="id"
              columns={columns(t)}
              loading={list.isPlaceholderData}
              next={next}
              after={after}
              goTo={goTo}
            />
          )
        }
      </Answer>
    </Page>
  );
};

export default Register;

const columns = (t: ReturnType<typeof useTexts>['t']): TableColumnType<Registration>[] => [
  { title: t('registrations.name'), render: (_, row) => <Link to={`/registrations/${row.id}`}>{row.name}</Link> },
  { title: t('registrations.unit'), dataIndex: 'unitName' },
  { title: t('registrations.field'), dataIndex: 'fieldName' },
  {
    title: t('registrations.status'),
    render: (_, { status }) => <Status of="registrationStatusNames" status={status} />,
  },
  { title: t('registrations.since'), render: (_, { statusSince }) => day(statusSince) },
  { title: t('registrations.due'), render: (_, { dueOn }) => (dueOn === null ? '' : day(dueOn)) },
];
