import { Button } from 'antd';
import { useCycles } from '../../../shared/choices/cycles.ts';
import { UnitSelect } from '../../../shared/choices/unit-select.tsx';
import { useRules } from '../../../shared/choices/use-rules.ts';
import { Day } from '../../../shared/forms/day.tsx';
import { FilterText } from '../../../shared/tables/filter-bar.tsx';
import { FilterSelect } from '../../../shared/tables/filter-select.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';

/** What the register can be narrowed to and sorted by, all in its address. */
export const FILTERS = [
  'q',
  'cycle',
  'unit',
  'status',
  'field',
  'tag',
  'subjectType',
  'typical',
  'overdue',
  'model',
  'asOf',
  'knownAt',
  'sort',
] as const;

export type Filters = Partial<Record<(typeof FILTERS)[number], string>>;

interface Props {
  readonly filters: Filters;
  readonly set: (changed: Partial<Record<keyof Filters, string | undefined>>) => void;
}

/** The filters that are used daily are always there; the others open when one is used, or asked for. */
export const FilterBar = ({ filters, set }: Props) => {
  const { t } = useTexts();
  const { cycles } = useCycles();
  const { regulation } = useRules({ cycleId: filters.cycle ?? cycles[0]?.id });
  const coded = (list: 'fields' | 'programmeTags') =>
    Object.fromEntries(regulation?.content[list].map(({ code, name }) => [code, name]) ?? []);
  const one = (name: keyof Filters, label: string, words: Readonly<Record<string, string>>, lang?: 'vi') => (
    <FilterSelect
      label={label}
      value={filters[name]}
      onChange={(value) => set({ [name]: value })}
      words={words}
      {...(lang && { lang })}
    />
  );
  const hasMore = ['field', 'tag', 'subjectType', 'typical', 'overdue', 'asOf', 'knownAt'].some(
    (name) => name in filters,
  );
  return (
    <form role="search" aria-label={t('tables.filter')} onSubmit={(event) => event.preventDefault()}>
      <div className="filters">
        <FilterText label={t('registrations.search')} value={filters.q} onChange={(q) => set({ q })} />
        {one('cycle', t('registrations.cycle'), Object.fromEntries(cycles.map(({ id, name }) => [id, name])), 'vi')}
        <UnitSelect label={t('registrations.unitAndBelow')} value={filters.unit} onChange={(unit) => set({ unit })} />
        {one('status', t('registrations.status'), t('registrationStatusNames', { returnObjects: true }))}
        {one('sort', t('registrations.sort'), t('registrations.sorts', { returnObjects: true }))}
        {Object.keys(filters).length > 0 && (
          <Button onClick={() => set(Object.fromEntries(FILTERS.map((name) => [name, undefined])))}>
            {t('tables.clear')}
          </Button>
        )}
      </div>
      <details className="more-filters" open={hasMore}>
        <summary>{t('registrations.moreFilters')}</summary>
        <div className="filters">
          {one('field', t('registrations.field'), coded('fields'), 'vi')}
          {one('tag', t('registrations.columns.tags'), coded('programmeTags'), 'vi')}
          {one('subjectType', t('registrations.columns.subjectType'), t('subjectTypeNames', { returnObjects: true }))}
          {one('typical', t('registrations.columns.typical'), t('registrations.typical', { returnObjects: true }))}
          {one('overdue', t('registrations.overdue.label'), { true: t('registrations.overdue.true') })}
          <label>
            {t('registrations.asOf')}{' '}
            <Day {...(filters.asOf === undefined ? {} : { value: filters.asOf })} onChange={(asOf) => set({ asOf })} />
          </label>
          <label>
            {t('registrations.knownAt')}{' '}
            <Day
              {...(filters.knownAt === undefined ? {} : { value: filters.knownAt.slice(0, 10) })}
              onChange={(on) => set({ knownAt: on && `${on}T23:59:59.999+07:00` })}
            />
          </label>
        </div>
      </details>
    </form>
  );
};
