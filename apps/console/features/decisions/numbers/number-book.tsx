import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { decisionsQueriesNumbersOptions } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { DecisionsQueriesNumbersData } from '../../../shared/api/generated/types.gen.ts';
import { useCycles } from '../../../shared/choices/cycles.ts';
import { UnitSelect } from '../../../shared/choices/unit-select.tsx';
import { today } from '../../../shared/dates/dates.ts';
import { Answer } from '../../../shared/page/answer.tsx';
import { Nothing, Page } from '../../../shared/page/page.tsx';
import { ExportButtons } from '../../../shared/tables/export-buttons.tsx';
import { FilterBar } from '../../../shared/tables/filter-bar.tsx';
import { FilterSelect } from '../../../shared/tables/filter-select.tsx';
import { Pages } from '../../../shared/tables/pages.tsx';
import { useFilters } from '../../../shared/tables/use-filters.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { Book } from './book.tsx';
import { booksOf, termsOf, typesOf, yearsOf } from './books.ts';

const FILTERS = ['issuer', 'docType', 'year', 'term'] as const;

type Query = NonNullable<DecisionsQueriesNumbersData['query']>;

/** The number books, one after the other: each number with its decision, and why one is empty. */
const NumberBook = () => {
  const { t } = useTexts();
  const { filters, set, clear, after, goTo } = useFilters(FILTERS);
  const { cycles } = useCycles();
  const query = { ...filters, limit: 100, ...(after === undefined ? {} : { after }) } as unknown as Query;
  const list = useQuery({ ...decisionsQueriesNumbersOptions({ query }), placeholderData: keepPreviousData });
  const books = booksOf(list.data?.items ?? []);
  const terms = termsOf(books, filters.term);
  return (
    <Page title={t('decisions.numbers.title')} beside={<ExportButtons of="/api/decisions/numbers" query={filters} />}>
      <FilterBar clear={clear}>
        <UnitSelect
          label={t('decisions.numbers.issuer')}
          value={filters.issuer}
          onChange={(issuer) => set({ issuer })}
        />
        <FilterSelect
          label={t('fields.docType.label')}
          value={filters.docType}
          onChange={(docType) => set({ docType })}
          words={typesOf(books, filters.docType)}
          lang="vi"
        />
        <FilterSelect
          label={t('decisions.numbers.year')}
          value={filters.year}
          onChange={(year) => set({ year })}
          words={yearsOf([today().slice(0, 4), filters.year, ...cycles.map(({ year }) => String(year))])}
        />
        {Object.keys(terms).length > 0 && (
          <FilterSelect
            label={t('decisions.numbers.term')}
            value={filters.term}
            onChange={(term) => set({ term })}
            words={terms}
            lang="vi"
          />
        )}
      </FilterBar>
      <Answer of={list}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Nothing text={t('decisions.numbers.none')} />
          ) : (
            <>
              {books.map((book) => (
                <Book key={book.bookId} book={book} />
              ))}
              <Pages {...{ next, after, goTo }} />
            </>
          )
        }
      </Answer>
    </Page>
  );
};

export default NumberBook;
