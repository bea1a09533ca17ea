import { Table, type TableColumnType } from 'antd';
import { usePrinting } from '../page/use-printing.ts';
import { useTexts } from '../texts/i18n.ts';
import { labelled } from './labelled.ts';

interface Props<Row extends object> {
  /** What the table lists, for screen readers. */
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly rowKey: keyof Row & string;
  readonly columns: readonly TableColumnType<Row>[];
  /** Rows of a page; the rest is leafed through here. */
  readonly size?: number;
  /** The page that is shown, where the address keeps it. */
  readonly leafed?: { readonly page: number; readonly goTo: (page: number) => void };
  readonly selection?: {
    readonly selected: readonly string[];
    readonly change: (selected: readonly string[]) => void;
    readonly nameOf: (row: Row) => string;
    readonly closed: (row: Row) => boolean;
  };
}

/** Rows that are here all together, e.g. the items of a decision: leafed through without asking again. */
export const WholeTable = <Row extends object>({ caption, rows, size = 20, selection, ...props }: Props<Row>) => {
  const { t } = useTexts();
  const printing = usePrinting();
  return (
    <div className="list">
      <Table<Row>
        aria-label={caption}
        rowKey={props.rowKey}
        size="small"
        dataSource={[...rows]}
        columns={props.columns.map((column) => ({
          ...column,
          onCell: (row, place) => ({ ...labelled(column.title), ...column.onCell?.(row, place) }),
        }))}
        pagination={
          rows.length > size &&
          !printing && {
            pageSize: size,
            showSizeChanger: false,
            ...(props.leafed && { current: props.leafed.page, onChange: props.leafed.goTo }),
            showTotal: (total, [from, until]) => t('tables.range', { from, until, total }),
          }
        }
        {...(selection
          ? {
              rowSelection: {
                selectedRowKeys: [...selection.selected],
                preserveSelectedRowKeys: true,
                // One for the page would be taken for one for all: what acts on all says how many.
                hideSelectAll: true,
                onChange: (keys) => selection.change(keys.map(String)),
                getCheckboxProps: (row) => ({
                  disabled: selection.closed(row),
                  'aria-label': selection.nameOf(row),
                }),
              },
            }
          : {})}
      />
    </div>
  );
};
