import { Answer, type Asked } from '../page/answer.tsx';
import { Nothing } from '../page/page.tsx';
import { ListTable, type ListProps } from './list-table.tsx';

interface Props<Row extends object> extends Omit<ListProps<Row>, 'rows' | 'next' | 'loading' | 'selection'> {
  readonly of: Asked<{ readonly items: readonly Row[]; readonly next: string | null }> & {
    /** The page before stands there until this one is answered. */
    readonly isPlaceholderData: boolean;
  };
  /** Said where the list has no row. */
  readonly none: string;
}

/** A list of the server's, page by page: until it is answered, where it is empty, and where it cannot be had. */
export const AnsweredList = <Row extends object>({ of, none, ...table }: Props<Row>) => (
  <Answer of={of}>
    {({ items, next }) =>
      items.length === 0 ? (
        <Nothing text={none} />
      ) : (
        <ListTable {...table} rows={items} next={next} loading={of.isPlaceholderData} />
      )
    }
  </Answer>
);
