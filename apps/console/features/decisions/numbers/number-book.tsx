import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input, InputNumber } from 'antd';
import { decisionsQueriesNumbersOptions } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { DecisionsQueriesNumbersData } from '../../../shared/api/generated/types.gen.ts';
import { UnitSelect } from '../../../shared/choices/unit-select.tsx';
import { Answer } from '../../../shared/page/answer.tsx';
import { Nothing, Page } from '../../../shared/page/page.tsx';
import { ExportButtons } from '../../../shared/tables/export-buttons.tsx';
import { Pages } from '../../../shared/tables/pages.tsx';
import { useFilters } from '../../../shared/tables/use-filters.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { Book } from './book.tsx';
import { booksOf } from './books.ts';

const FILTERS = ['issuer', 'docType', 'year', 'term'] as const;

type Query = NonNullable<DecisionsQueriesNumbersData['query']>;

/** The number books, one after the other: each number with its decision, and why one is empty. */
const NumberBook = () => {
  const { t } = useTexts();
  const { filters, set, after, goTo } = useFilters(FILTERS);
  const query = { ...filters, limit: 100, ...(after === undefined ? {} : { after }) } as unknown as Query;
  const list = useQuery({ ...decisionsQueriesNumbersOptions({ query }), placeholderData: keepPreviousData });
  return (
    <Page title={t('decisions.numbers.title')}>
      <form role="search" className="filters" onSubmit={(event) => event.preventDefault()}>
        <UnitSelect
          label={t('decisions.numbers.issuer')}
          value={filters.issuer}
          onChange={(issuer) => set({ issuer })}
        />
        <InputNumber
          aria-label={t('decisions.numbers.year')}
          placeholder={t('decisions.numbers.year')}
          value={filters.year ? Number(filters.year) : null}
          min={1900}
          max={9999}
          precision={0}
          controls={false}
          changeOnWheel={false}
          onChange={(year) => {
            const typed = String(year ?? '');
            if (typed === '' || typed.length === 4) set({ year: typed });
          }}
        />
        <Input.Search
          key={filters.term ?? ''}
          aria-label={t('decisions.numbers.term')}
          placeholder={t('decisions.numbers.term')}
          defaultValue={filters.term ?? ''}
          allowClear
          onSearch={(term) => set({ term })}
        />
      </form>
      <Answer of={list}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Nothing text={t('decisions.numbers.none')} />
          ) : (
            <>
              {booksOf(items).map((book, _, { length }) => (
                <Book
                  key={book.bookId}
                  book={book}
                  several={length > 1}
                  choose={(docType) => set({ docType })}
                  chosen={filters.docType}
                />
              ))}
              <Pages {...{ next, after, goTo }} />
              <ExportButtons of="/api/decisions/numbers" query={filters} />
            </>
          )
        }
      </Answer>
    </Page>
  );
};

export default NumberBook;
