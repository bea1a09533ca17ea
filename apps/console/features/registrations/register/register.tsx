import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { registrationsQueriesListOptions } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { Registration, RegistrationsQueriesListData } from '../../../shared/api/generated/types.gen.ts';
import { useToMany } from '../../../shared/actions/own.ts';
import { Begin } from '../../../shared/actions/own.tsx';
import { Answer } from '../../../shared/page/answer.tsx';
import { Nothing, Page } from '../../../shared/page/page.tsx';
import { useSettings } from '../../../shared/settings/use-settings.ts';
import { ExportButtons } from '../../../shared/tables/export-buttons.tsx';
import { ListTable } from '../../../shared/tables/list-table.tsx';
import { useFilters } from '../../../shared/tables/use-filters.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { ViewBar } from '../../../shared/views/view-bar.tsx';
import { BulkBar } from '../bulk/bulk-bar.tsx';
import { ALL_COLUMNS, columnsOf, fieldsOf, tableColumns, type ColumnKey } from './columns.tsx';
import { FILTERS, FilterBar } from './filters.tsx';

type Query = NonNullable<RegistrationsQueriesListData['query']>;

const NAMES = [...FILTERS, 'cols'] as const;
const LIST = 'registrations';

const Register = () => {
  const { t } = useTexts();
  const { filters: told, set, after, goTo, showQuery } = useFilters(NAMES);
  const { cols, ...filters } = told;
  const { settings, change } = useSettings();
  const kept = settings?.columns.find(({ list }) => list === LIST)?.columns.join();
  const columns = columnsOf(cols ?? kept);
  const choose = (keys: readonly ColumnKey[]): void => {
    set({ cols: keys.join() });
    const own = { list: LIST, columns: [...keys] };
    // Where they cannot be kept, the address still has them.
    change((now) => ({ columns: [...now.columns.filter(({ list }) => list !== LIST), own] })).catch(() => undefined);
  };
  const toMany = useToMany();
  const query = { ...filters, limit: 50, ...(after === undefined ? {} : { after }) } as Query;
  const list = useQuery({ ...registrationsQueriesListOptions({ query }), placeholderData: keepPreviousData });
  const narrowed = String(new URLSearchParams(filters));
  const { picked, pick } = usePicked(narrowed);
  return (
    <Page
      title={t('registrations.title')}
      beside={
        <Begin action="DraftRegistration" to="/registrations/new">
          {t('registrations.new')}
        </Begin>
      }
    >
      <FilterBar filters={filters} set={set} />
      <div className="list-tools">
        <ColumnChooser chosen={columns} choose={choose} />
        <ExportButtons of="/api/registrations" query={{ ...filters, columns: fieldsOf(columns) }} />
        <ViewBar
          list={LIST}
          query={narrowed}
          columns={cols === undefined ? [] : columns}
          show={(view) => showQuery(view.query, { cols: view.columns.join(',') })}
        />
      </div>
      <Answer of={list}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Nothing text={narrowed === '' ? t('registrations.noneAtAll') : t('registrations.none')} />
          ) : (
            <>
              {toMany.length > 0 && (
                <BulkBar commands={toMany} picked={picked} narrowed={narrowed} clear={() => pick([])} />
              )}
              <ListTable
                caption={t('registrations.title')}
                rows={items}
                rowKey="id"
                columns={tableColumns(columns, t)}
                loading={list.isPlaceholderData}
                next={next}
                after={after}
                goTo={goTo}
                {...(toMany.length > 0 && {
                  selection: {
                    selected: picked.map(({ id }) => id),
                    change: (ids) =>
                      pick([
                        ...picked.filter(({ id }) => ids.includes(id) || !items.some((row) => row.id === id)),
                        ...items.filter(({ id }) => ids.includes(id) && !picked.some((row) => row.id === id)),
                      ]),
                  },
                })}
              />
            </>
          )
        }
      </Answer>
    </Page>
  );
};

export default Register;

interface Picked {
  readonly of: string;
  readonly rows: readonly Registration[];
}

/**
 * Rows that are ticked, of what is shown now: where it is narrowed otherwise, whichever way that came, none is. Going back
 * to the list finds them again, as one left them; coming to it anew does not.
 */
const usePicked = (narrowed: string) => {
  const { key } = useLocation();
  const queries = useQueryClient();
  const [last, setLast] = useState(() => queries.getQueryData<Picked>(['picked', key]));
  useEffect(() => {
    queries.setQueryDefaults(['picked'], { gcTime: Infinity });
    queries.setQueryData(['picked', key], last);
  }, [queries, key, last]);
  return {
    picked: last?.of === narrowed ? last.rows : [],
    pick: (rows: readonly Registration[]): void => setLast({ of: narrowed, rows }),
  };
};

interface ChooserProps {
  readonly chosen: readonly ColumnKey[];
  readonly choose: (keys: readonly ColumnKey[]) => void;
}

const ColumnChooser = ({ chosen, choose }: ChooserProps) => {
  const { t } = useTexts();
  return (
    <details className="chooser">
      <summary>{t('registrations.chooseColumns')}</summary>
      <Checkbox.Group
        value={[...chosen]}
        onChange={(keys) => choose(ALL_COLUMNS.filter((key) => keys.includes(key)))}
        options={ALL_COLUMNS.map((key) => ({
          value: key,
          label: t(`registrations.columns.${key}`),
          disabled: key === 'name',
        }))}
      />
    </details>
  );
};
