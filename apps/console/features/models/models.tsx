import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TableColumnType } from 'antd';
import { Link } from 'react-router';
import { useMay } from '../../shared/actions/own.ts';
import { modelsListOptions } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { TypicalModel } from '../../shared/api/generated/types.gen.ts';
import { useCycles } from '../../shared/choices/cycles.ts';
import { useRules } from '../../shared/choices/use-rules.ts';
import { day } from '../../shared/dates/dates.ts';
import { Page } from '../../shared/page/page.tsx';
import { AnsweredList } from '../../shared/tables/answered-list.tsx';
import { FilterBar, FilterText } from '../../shared/tables/filter-bar.tsx';
import { FilterSelect } from '../../shared/tables/filter-select.tsx';
import { IN_VIETNAMESE } from '../../shared/tables/labelled.ts';
import { useFilters } from '../../shared/tables/use-filters.ts';
import { capital } from '../../shared/texts/capital.ts';
import { useTexts } from '../../shared/texts/i18n.ts';

const FILTERS = ['q', 'cycle', 'field'] as const;

/** Typical models of everywhere: every unit may read them, and take them up. */
const Models = () => {
  const { t, language } = useTexts();
  const { filters, set, clear, after, goTo } = useFilters(FILTERS);
  const query = { ...filters, limit: 50, ...(after === undefined ? {} : { after }) };
  const list = useQuery({ ...modelsListOptions({ query }), placeholderData: keepPreviousData });
  const { cycles } = useCycles();
  const { regulation } = useRules({ cycleId: filters.cycle ?? cycles[0]?.id });
  const mayDraft = useMay('DraftRegistration');
  const columns: readonly TableColumnType<TypicalModel>[] = [
    {
      title: t('models.name'),
      render: (_, row) => <Link to={`/models/${row.modelId}`}>{row.name}</Link>,
      ...IN_VIETNAMESE,
    },
    { title: t('models.unit'), dataIndex: 'unitName', ...IN_VIETNAMESE },
    { title: t('models.field'), dataIndex: 'fieldName', ...IN_VIETNAMESE },
    { title: t('models.subjectType'), render: (_, row) => capital(t(`subjectTypeNames.${row.subjectType}`)) },
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
            render: (_: unknown, row: TypicalModel) =>
              row.eligible ? (
                <Link to={`/registrations/new?${String(new URLSearchParams({ replicates: row.id, name: row.name }))}`}>
                  {t('models.replicate')}
                </Link>
              ) : (
                <span className="help">{row.sentence?.[language]}</span>
              ),
          },
        ]
      : []),
  ];
  return (
    <Page title={t('models.title')}>
      <p className="help">{t('models.about')}</p>
      <FilterBar clear={clear}>
        <FilterText label={t('models.search')} value={filters.q} onChange={(q) => set({ q })} />
        <FilterSelect
          label={t('models.cycle')}
          value={filters.cycle}
          onChange={(cycle) => set({ cycle })}
          words={Object.fromEntries(cycles.map(({ id, name }) => [id, name]))}
          lang="vi"
        />
        <FilterSelect
          label={t('models.field')}
          value={filters.field}
          onChange={(field) => set({ field })}
          words={Object.fromEntries(regulation?.content.fields.map(({ code, name }) => [code, name]) ?? [])}
          lang="vi"
        />
      </FilterBar>
      <AnsweredList
        of={list}
        none={Object.keys(filters).length === 0 ? t('models.noneAtAll') : t('models.none')}
        caption={t('models.title')}
        rowKey="id"
        columns={columns}
        {...{ after, goTo }}
      />
    </Page>
  );
};

export default Models;
