import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import {
  cyclesQueriesListOptions,
  unitsQueriesListOptions,
  unitsQueriesOneOptions,
} from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import { useRules } from '../../../shared/choices/use-rules.ts';
import { Day } from '../../../shared/forms/day.tsx';
import { type Options } from '../../../shared/forms/fields.tsx';
import { Found } from '../../../shared/forms/seek-field.tsx';
import { FilterText } from '../../../shared/tables/filter-bar.tsx';
import { capital } from '../../../shared/texts/capital.ts';
import { useClearing } from '../../../shared/texts/clearing.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { namedChoice } from '../../../shared/texts/named.tsx';

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

const SORTS = ['name', '-name', '-statusSince', 'statusSince', '-registeredOn', 'registeredOn', 'dueOn'] as const;

interface Props {
  readonly filters: Filters;
  readonly set: (changed: Partial<Record<keyof Filters, string | undefined>>) => void;
}

const useUnits = (_subject: unknown, q: string, chosen: string | undefined): Options => {
  const found = useQuery(unitsQueriesListOptions({ query: { limit: 50, ...(q === '' ? {} : { q }) } }));
  const one = useQuery({ ...unitsQueriesOneOptions({ path: { id: chosen ?? '' } }), enabled: chosen !== undefined });
  const units = found.data?.items ?? [];
  const all = one.data && !units.some(({ id }) => id === chosen) ? [one.data, ...units] : units;
  return { options: all.map(({ id, name }) => ({ value: id, label: name })), loading: found.isFetching };
};

/** The filters that are used daily are always there; the others open when one is used, or asked for. */
export const FilterBar = ({ filters, set }: Props) => {
  const { t } = useTexts();
  const clearing = useClearing();
  const cycles = useQuery(cyclesQueriesListOptions({ query: { limit: 200 } })).data?.items ?? [];
  const { regulation } = useRules({ cycleId: filters.cycle ?? cycles[0]?.id });
  const coded = (list: 'fields' | 'programmeTags') =>
    regulation?.content[list].map(({ code, name }) => ({ value: code, label: name })) ?? [];
  const words = (kind: 'registrationStatusNames' | 'subjectTypeNames') =>
    Object.entries(t(kind, { returnObjects: true })).map(([value, label]) => ({ value, label: capital(label) }));
  const one = (name: keyof Filters, label: string, options: { value: string; label: string }[], lang?: 'vi') => (
    <Select
      aria-label={label}
      data-label={label}
      placeholder={label}
      allowClear={clearing}
      {...(lang && { labelRender: namedChoice })}
      listHeight={520}
      value={filters[name] ?? null}
      onChange={(value: string | null | undefined) => set({ [name]: value ?? undefined })}
      options={options.map((each) => ({ ...each, lang }))}
    />
  );
  const hasMore = ['field', 'tag', 'subjectType', 'typical', 'overdue', 'asOf', 'knownAt'].some(
    (name) => name in filters,
  );
  return (
    <form role="search" aria-label={t('tables.filter')} onSubmit={(event) => event.preventDefault()}>
      <div className="filters">
        <FilterText label={t('registrations.search')} value={filters.q} onChange={(q) => set({ q })} />
        {one(
          'cycle',
          t('registrations.cycle'),
          cycles.map(({ id, name }) => ({ value: id, label: name })),
          'vi',
        )}
        <Found
          label={t('registrations.unitAndBelow')}
          subject={undefined}
          useFound={useUnits}
          {...(filters.unit === undefined ? {} : { value: filters.unit })}
          onChange={(unit) => set({ unit })}
        />
        {one('status', t('registrations.status'), words('registrationStatusNames'))}
        {one(
          'sort',
          t('registrations.sort'),
          SORTS.map((value) => ({ value, label: t(`registrations.sorts.${value}`) })),
        )}
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
          {one('subjectType', t('registrations.columns.subjectType'), words('subjectTypeNames'))}
          {one('typical', t('registrations.columns.typical'), [
            { value: 'true', label: t('registrations.typical.true') },
            { value: 'false', label: t('registrations.typical.false') },
          ])}
          {one('overdue', t('registrations.overdue.label'), [
            { value: 'true', label: t('registrations.overdue.true') },
          ])}
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
