import { Table, type TableColumnType } from 'antd';
import { labelled } from './labelled.ts';
import { Pages } from './pages.tsx';

export interface ListProps<Row extends object> {
  /** What the table lists, for screen readers. */
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly rowKey: keyof Row & string;
  readonly columns: readonly TableColumnType<Row>[];
  readonly loading?: boolean;
  /** The cursor of the next page; null on the last. */
  readonly next: string | null;
  readonly after: string | undefined;
  readonly goTo: (after: string | undefined) => void;
  readonly selection?: {
    readonly selected: readonly string[];
    readonly change: (selected: readonly string[]) => void;
  };
}

/** One page of a list of the server's: a narrow screen shows each row as a card. */
export const ListTable = <Row extends object>(props: ListProps<Row>) => {
  const { caption, rows, rowKey, columns, loading = false, next, after, goTo, selection } = props;
  return (
    <div className="list">
      <Table<Row>
        aria-label={caption}
        rowKey={rowKey}
        size="small"
        dataSource={[...rows]}
        columns={columns.map((column) => ({
          ...column,
          onCell: (row, place) => ({ ...labelled(column.title), ...column.onCell?.(row, place) }),
        }))}
        loading={loading}
        pagination={false}
        {...(selection
          ? {
              rowSelection: {
                selectedRowKeys: [...selection.selected],
                // What is shown while others are asked for is none of these.
                getCheckboxProps: () => ({ disabled: loading }),
                onChange: (keys) => selection.change(keys.map(String)),
              },
            }
          : {})}
      />
      <Pages {...{ next, after, goTo }} />
    </div>
  );
};
