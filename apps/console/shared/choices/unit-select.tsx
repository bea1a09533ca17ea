import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { unitsQueriesListOptions, unitsQueriesOneOptions } from '../api/generated/@tanstack/react-query.gen.ts';
import { useClearing } from '../texts/clearing.tsx';
import { useTexts } from '../texts/i18n.ts';
import { namedChoice } from '../texts/named.tsx';
import { useSearched } from './use-searched.ts';

interface Props {
  readonly id?: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly onChange?: (unitId: string | undefined) => void;
}

/** A unit, searched on the server: the one that is meant is found however many there are. */
export const UnitSelect = ({ id, label, value, onChange }: Props) => {
  const { t } = useTexts();
  const clearing = useClearing();
  const [typed, type] = useSearched();
  const found = useQuery({
    ...unitsQueriesListOptions({ query: { limit: 20, ...(typed === '' ? {} : { q: typed }) } }),
    placeholderData: keepPreviousData,
  });
  const chosen = useQuery({ ...unitsQueriesOneOptions({ path: { id: value ?? '' } }), enabled: Boolean(value) });
  const options = (found.data?.items ?? []).map((unit) => ({ value: unit.id, label: unit.name, lang: 'vi' }));
  const own = value && chosen.data ? [{ value, label: chosen.data.name, lang: 'vi' }] : [];
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      data-label={label}
      placeholder={label}
      value={value ?? null}
      allowClear={clearing}
      showSearch={{ filterOption: false, onSearch: type }}
      loading={found.isFetching}
      labelRender={namedChoice}
      notFoundContent={t(found.isFetching ? 'page.loading' : 'forms.notFound')}
      onChange={(unit: string | null) => onChange?.(unit ?? undefined)}
      options={[...own.filter((one) => !options.some((each) => each.value === one.value)), ...options]}
    />
  );
};
