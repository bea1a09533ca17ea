import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useMay } from '../actions/own.ts';
import { peopleQueriesListOptions, peopleQueriesOneOptions } from '../api/generated/@tanstack/react-query.gen.ts';
import { useClearing } from '../texts/clearing.tsx';
import { namedChoice } from '../texts/named.tsx';
import { useSearched } from './use-searched.ts';

interface Props {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (personId: string | undefined) => void;
}

/**
 * A person, searched on the server; where two are called the same their units tell them apart. Whom the api does not tell
 * of people is not asked.
 */
export const PersonSelect = ({ label, value, onChange }: Props) => {
  const clearing = useClearing();
  const [typed, type] = useSearched();
  const mayAsk = useMay('ReadPeople');
  const found = useQuery({
    ...peopleQueriesListOptions({ query: { limit: 20, ...(typed === '' ? {} : { q: typed }) } }),
    placeholderData: keepPreviousData,
    enabled: mayAsk,
  });
  const chosen = useQuery({
    ...peopleQueriesOneOptions({ path: { id: value ?? '' } }),
    enabled: mayAsk && value !== undefined,
  });
  if (!mayAsk) return null;
  const options = (found.data?.items ?? []).map(({ id, name, appointments }) => ({
    value: id,
    label: [name, appointments[0]?.unitName].filter(Boolean).join(' – '),
    lang: 'vi',
  }));
  const own = value !== undefined && chosen.data ? [{ value, label: chosen.data.name, lang: 'vi' }] : [];
  return (
    <Select
      aria-label={label}
      data-label={label}
      placeholder={label}
      value={value ?? null}
      allowClear={clearing}
      showSearch={{ filterOption: false, onSearch: type }}
      loading={found.isFetching}
      labelRender={namedChoice}
      onChange={(person: string | null) => onChange(person ?? undefined)}
      options={[...own.filter((one) => !options.some((each) => each.value === one.value)), ...options]}
    />
  );
};
