import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select, type TableColumnType } from 'antd';
import { Link } from 'react-router';
import {
  reportsQueriesActionsOptions,
  reportsQueriesListOptions,
} from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { Report, ReportsQueriesListData } from '../../shared/api/generated/types.gen.ts';
import { UnitSelect } from '../../shared/choices/unit-select.tsx';
import { day } from '../../shared/dates/dates.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { Nothing, Page } from '../../shared/page/page.tsx';
import { Status } from '../../shared/page/status.tsx';
import { pathOf } from '../../shared/forms/form.ts';
import { AnsweredList } from '../../shared/tables/answered-list.tsx';
import { ExportButtons } from '../../shared/tables/export-buttons.tsx';
import { FilterBar, FilterText } from '../../shared/tables/filter-bar.tsx';
import { FilterSelect } from '../../shared/tables/filter-select.tsx';
import { IN_VIETNAMESE } from '../../shared/tables/labelled.ts';
import { useFilters } from '../../shared/tables/use-filters.ts';
import { capital } from '../../shared/texts/capital.ts';
import { useClearing } from '../../shared/texts/clearing.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';
import { Coverage } from './coverage.tsx';
import { codeOf, periodsOf, type Period } from './periods.ts';
import { useReportTexts } from './report-texts.ts';
import { Due, Standing } from './standing.tsx';

const FILTERS = ['q', 'period', 'kind', 'unit', 'receiver', 'status'] as const;

type Query = NonNullable<ReportsQueriesListData['query']>;

/** Which reports are owed, which are there, who is missing. */
const Board = () => {
  const { t } = useTexts();
  const { filters } = useFilters(FILTERS);
  const first = useQuery(reportsQueriesListOptions({ query: { limit: 1, sort: 'dueOn' } }));
  const last = useQuery(reportsQueriesListOptions({ query: { limit: 1, sort: '-dueOn' } }));
  return (
    <Page title={t('reports.title')} beside={<ExportButtons of="/api/reports" query={filters} />}>
      <Answer of={first}>
        {({ items: [earliest] }) => (
          <Answer of={last}>
            {({ items: [latest] }) =>
              earliest === undefined || latest === undefined ? (
                <Nothing text={t('reports.nonePeriod')} />
              ) : (
                <Reports periods={periodsOf(earliest.period, latest.period)} />
              )
            }
          </Answer>
        )}
      </Answer>
    </Page>
  );
};

export default Board;

const Reports = ({ periods }: { readonly periods: readonly Period[] }) => {
  const { t } = useTexts();
  const { filters, after, goTo } = useFilters(FILTERS);
  const { period, status: _, q: __, ...of } = filters;
  const query = { ...filters, limit: 50, sort: 'urgency', ...(after === undefined ? {} : { after }) } as Query;
  const list = useQuery({ ...reportsQueriesListOptions({ query }), placeholderData: keepPreviousData });
  const columns = useColumns(useMayRemind(list.data?.items));
  const shown = period === undefined ? periods.slice(0, 2) : periods.filter((each) => codeOf(each) === period);
  return (
    <>
      <Filters periods={periods} />
      <div className="coverages">
        {shown.map((each) => (
          <Coverage key={codeOf(each)} period={each} of={of} />
        ))}
      </div>
      <p className="help">{t('reports.absentHelp')}</p>
      <AnsweredList
        of={list}
        none={t('reports.none')}
        caption={t('reports.title')}
        rowKey="id"
        columns={columns}
        {...{ after, goTo }}
      />
    </>
  );
};

const STATUSES = ['OPEN', 'SUBMITTED', 'REVISION_REQUESTED', 'APPROVED', 'CONSOLIDATED', 'CLOSED', 'EXCUSED'] as const;
const COMMAND = 'OrderReminder';

/** What is overdue and owed by another unit: a body reminds nobody of what it owes to itself. */
const isToRemind = ({ standing, unitId, receiverId }: Report): boolean =>
  (standing === 'OVERDUE' || standing === 'MISSING') && unitId !== receiverId;

/** Whether one has units reminded at all: asked of the api about the first that is overdue; each is asked again. */
const useMayRemind = (shown: readonly Report[] = []): boolean => {
  const id = shown.find(isToRemind)?.id;
  const { data } = useQuery({
    ...reportsQueriesActionsOptions({ path: { id: id ?? '' } }),
    enabled: id !== undefined,
  });
  const action = data?.[COMMAND];
  return action !== undefined && (action.allowed || action.reason !== 'role-not-allowed');
};

const STANDINGS = ['OVERDUE', 'MISSING', 'DUE_SOON', 'LATE', 'ON_TIME'] as const;

const Filters = ({ periods }: { readonly periods: readonly Period[] }) => {
  const { t } = useTexts();
  const texts = useReportTexts();
  const { filters, set, clear } = useFilters(FILTERS);
  const clearing = useClearing();
  return (
    <FilterBar clear={clear}>
      <FilterText label={t('reports.filter.q')} value={filters.q} onChange={(q) => set({ q })} />
      <FilterSelect
        label={t('reports.filter.period')}
        value={filters.period}
        onChange={(period) => set({ period })}
        words={Object.fromEntries(periods.map((each) => [codeOf(each), texts.period(each)]))}
      />
      <FilterSelect
        label={t('reports.filter.kind')}
        value={filters.kind}
        onChange={(kind) => set({ kind })}
        words={t('reportKindNames', { returnObjects: true })}
      />
      <Select
        aria-label={t('reports.filter.status')}
        data-label={t('reports.filter.status')}
        placeholder={t('reports.filter.status')}
        allowClear={clearing}
        value={filters.status ?? null}
        onChange={(status: string | null) => set({ status: status ?? undefined })}
        options={[
          {
            label: t('reports.filter.standings'),
            options: [
              { value: 'ABSENT', label: capital(t('absentNames.ABSENT')) },
              ...STANDINGS.map((value) => ({ value, label: capital(t(`standingNames.${value}`)) })),
            ],
          },
          {
            label: t('reports.filter.statuses'),
            options: STATUSES.map((value) => ({ value, label: capital(t(`reportStatusNames.${value}`)) })),
          },
        ]}
      />
      <UnitSelect label={t('reports.filter.unit')} value={filters.unit} onChange={(unit) => set({ unit })} />
      <UnitSelect
        label={t('reports.filter.receiver')}
        value={filters.receiver}
        onChange={(receiver) => set({ receiver })}
      />
    </FilterBar>
  );
};

const useColumns = (mayRemind: boolean): TableColumnType<Report>[] => {
  const { t } = useTexts();
  const { title } = useReportTexts();
  const remind: TableColumnType<Report> = {
    title: t('reports.remind'),
    render: (_, row) =>
      isToRemind(row) && (
        <Link
          to={`/reports/${row.id}/do/${pathOf(COMMAND)}`}
          aria-label={`${t(`commandNames.${COMMAND}`)}: ${row.unitName ?? ''}`}
        >
          {t(`commandNames.${COMMAND}`)}
        </Link>
      ),
  };
  return [
    {
      title: t('reports.unit'),
      render: (_, row) => <Link to={`/reports/${row.id}`}>{row.unitName}</Link>,
      ...IN_VIETNAMESE,
    },
    { title: t('reports.report'), render: (_, row) => title(row) },
    { title: t('reports.receiver'), dataIndex: 'receiverName', ...IN_VIETNAMESE },
    { title: t('reports.due'), render: (_, row) => <Due of={row} /> },
    { title: t('reports.standing'), render: (_, row) => <Standing of={row} /> },
    {
      title: t('reports.status'),
      render: (_, { status }) => <Status of="reportStatusNames" status={status} />,
    },
    {
      title: t('reports.submittedOn'),
      render: (_, { submittedOn }) => (submittedOn === null ? '' : day(submittedOn)),
    },
    ...(mayRemind ? [remind] : []),
  ];
};
