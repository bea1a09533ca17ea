import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input, Select, type TableColumnType } from 'antd';
import { Link } from 'react-router';
import { cyclesQueriesListOptions, modelsListOptions } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { TypicalModel } from '../../shared/api/generated/types.gen.ts';
import { useMayDraft } from '../../shared/choices/use-may-draft.ts';
import { useRules } from '../../shared/choices/use-rules.ts';
import { day } from '../../shared/dates/dates.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { Nothing, Page } from '../../shared/page/page.tsx';
import { ListTable } from '../../shared/tables/list-table.tsx';
import { useFilters } from '../../shared/tables/use-filters.ts';
import { useTexts } from '../../shared/texts/i18n.ts';

const FILTERS = ['q', 'cycle', 'field'] as const;

/** Typical models of everywhere: every unit may read them, and take them up. */
const Models = () => {
  const { t } = useTexts();
  const { filters, set, after, goTo } = useFilters(FILTERS);
  const query = { ...filters, limit: 50, ...(after === undefined ? {} : { after }) };
  const list = useQuery({ ...modelsListOptions({ query }), placeholderData: keepPreviousData });
  const cycles = useQuery(cyclesQueriesListOptions({ query: { limit: 200 } })).data?.items ?? [];
  const { regulation } = useRules({ cycleId: filters.cycle ?? cycles[0]?.id });
  const mayDraft = useMayDraft();
  const columns: readonly TableColumnType<TypicalModel>[] = [
    { title: t('models.name'), render: (_, row) => <Link to={`/models/${row.modelId}`}>{row.name}</Link> },
    { title: t('models.unit'), dataIndex: 'unitName' },
    { title: t('models.field'), dataIndex: 'fieldName' },
    { title: t('models.subjectType'), render: (_, row) => t(`subjectTypeNames.${row.subjectType}`) },
    { title: t('models.year'), dataIndex: 'year' },
    {
      title: t('models.recognized'),
      render: (_, { documentNumber, decidedOn }) =>
        decidedOn && t('models.byDecision', { number: documentNumber ?? '–', on: day(decidedOn) }),
    },
    ...(mayDraft
      ? [
          {
            title: t('models.take'),
            render: (_: unknown, row: TypicalModel) => (
              <Link to={`/registrations/new?${String(new URLSearchParams({ replicates: row.id, name: row.name }))}`}>
                {t('models.replicate')}
              </Link>
            ),
          },
        ]
      : []),
  ];
  return (
    <Page title={t('models.title')}>
      <p className="help">{t('models.about')}</p>
      <form role="search" className="filters" onSubmit={(event) => event.preventDefault()}>
        <Input.Search
          key={filters.q ?? ''}
          aria-label={t('models.search')}
          placeholder={t('models.search')}
          defaultValue={filters.q ?? ''}
          allowClear
          onSearch={(q) => set({ q })}
        />
        <Select
          aria-label={t('models.cycle')}
          placeholder={t('models.cycle')}
          allowClear
          value={filters.cycle ?? null}
          onChange={(cycle: string | null | undefined) => set({ cycle: cycle ?? undefined })}
          options={cycles.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          aria-label={t('models.field')}
          placeholder={t('models.field')}
          allowClear
          value={filters.field ?? null}
          onChange={(field: string | null | undefined) => set({ field: field ?? undefined })}
          options={regulation?.content.fields.map(({ code, name }) => ({ value: code, label: name })) ?? []}
        />
      </form>
      <Answer of={list}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Nothing text={Object.keys(filters).length === 0 ? t('models.noneAtAll') : t('models.none')} />
          ) : (
            <ListTable
              caption={t('models.title')}
              rows={items}
              rowKey="id"
              columns={columns}
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

export default Models;
