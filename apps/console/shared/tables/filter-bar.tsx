import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { useClearing } from '../texts/clearing.tsx';
import { useTexts } from '../texts/i18n.ts';

interface Props {
  readonly children: ReactNode;
  /** Takes back all that narrows the list; nothing where nothing does. */
  readonly clear?: (() => void) | undefined;
}

/** What a list is narrowed by, above it. */
export const FilterBar = ({ children, clear }: Props) => {
  const { t } = useTexts();
  return (
    <form
      role="search"
      aria-label={t('tables.filter')}
      className="filters"
      onSubmit={(event) => event.preventDefault()}
    >
      {children}
      {clear && <Button onClick={clear}>{t('tables.clear')}</Button>}
    </form>
  );
};

interface TextProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A filter that is typed, and asked for once it is sent. */
export const FilterText = ({ label, value = '', onChange }: TextProps) => {
  const clearing = useClearing();
  return (
    <div data-label={label} className="filter-text">
      <Input.Search
        key={value}
        aria-label={label}
        placeholder={label}
        defaultValue={value}
        allowClear={clearing}
        onSearch={(typed) => onChange(typed.trim())}
      />
    </div>
  );
};
