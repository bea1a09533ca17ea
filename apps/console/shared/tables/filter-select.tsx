import { Select } from 'antd';
import { capital } from '../texts/capital.ts';
import { useClearing } from '../texts/clearing.tsx';
import { namedChoice } from '../texts/named.tsx';

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
  /** What is chosen, and how it is called. */
  readonly words: Readonly<Record<Value, string>>;
  /** Of names that offices gave. */
  readonly lang?: 'vi';
}

/** A filter of few words. */
export const FilterSelect = <Value extends string>({ label, value, onChange, words, lang }: Props<Value>) => {
  const clearing = useClearing();
  return (
    <Select
      aria-label={label}
      data-label={label}
      placeholder={label}
      allowClear={clearing}
      listHeight={520}
      {...(lang && { labelRender: namedChoice })}
      value={value ?? null}
      onChange={(chosen: Value | null) => onChange(chosen ?? undefined)}
      options={Object.entries<string>(words).map(([code, name]) => ({
        value: code as Value,
        label: capital(name),
        lang,
      }))}
    />
  );
};
