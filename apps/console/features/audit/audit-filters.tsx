import { Button } from 'antd';
import { PersonSelect } from '../../shared/choices/person-select.tsx';
import { UnitSelect } from '../../shared/choices/unit-select.tsx';
import { Day } from '../../shared/forms/day.tsx';
import { FilterBar, FilterText } from '../../shared/tables/filter-bar.tsx';
import { FilterSelect } from '../../shared/tables/filter-select.tsx';
import { useFilters } from '../../shared/tables/use-filters.ts';
import { useTexts } from '../../shared/texts/i18n.ts';

const FILTERS = ['kind', 'person', 'unit', 'document', 'model', 'from', 'to', 'sort'] as const;

/** The filters in the address, and what is asked of the api: the latest first unless told. */
export const useAuditFilters = () => {
  const { filters, ...rest } = useFilters(FILTERS);
  return { ...rest, filters, query: { ...filters, sort: filters.sort ?? '-recordedAt' } };
};

/** Who, where, what, on which paper, between which days. */
export const AuditFilters = () => {
  const { t } = useTexts();
  const { filters, query, set, clear } = useAuditFilters();
  return (
    <FilterBar clear={clear}>
      <FilterSelect
        label={t('audit.filter.kind')}
        value={filters.kind}
        onChange={(kind) => set({ kind })}
        words={t('audit.kinds', { returnObjects: true })}
      />
      <PersonSelect label={t('audit.filter.person')} value={filters.person} onChange={(person) => set({ person })} />
      <UnitSelect label={t('audit.filter.unit')} value={filters.unit} onChange={(unit) => set({ unit })} />
      <FilterText
        label={t('audit.filter.document')}
        value={filters.document}
        onChange={(document) => set({ document })}
      />
      <div className="filter-days">
        <label className="filter-day">
          {t('audit.filter.from')} <Day {...dayOf(filters.from)} onChange={(from) => set({ from })} />
        </label>
        <label className="filter-day">
          {t('audit.filter.to')} <Day {...dayOf(filters.to)} onChange={(to) => set({ to })} />
        </label>
      </div>
      <FilterSelect
        label={t('tables.sort')}
        value={query.sort}
        onChange={(sort) => set({ sort })}
        words={t('audit.sorts', { returnObjects: true })}
      />
      {filters.model !== undefined && (
        <Button onClick={() => set({ model: undefined })}>✕ {t('audit.filter.model')}</Button>
      )}
    </FilterBar>
  );
};

const dayOf = (value: string | undefined) => (value === undefined ? {} : { value });
