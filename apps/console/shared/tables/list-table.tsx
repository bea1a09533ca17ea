import { Button, Space, Table, type TableColumnType } from 'antd';
import { useNavigate } from 'react-router';
import { useTexts } from '../texts/i18n.ts';

interface Props<Row extends object> {
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
export const ListTable = <Row extends object>(props: Props<Row>) => {
  const { caption, rows, rowKey, columns, loading = false, next, after, goTo, selection } = props;
  const { t } = useTexts();
  const navigate = useNavigate();
  return (
    <div className="list">
      <Table<Row>
        aria-label={caption}
        rowKey={rowKey}
        size="small"
        dataSource={[...rows]}
        columns={columns.map((column) => ({
          ...column,
          onCell: () => labelled(column.title),
        }))}
        loading={loading}
        pagination={false}
        {...(selection
          ? {
              rowSelection: {
                selectedRowKeys: [...selection.selected],
                onChange: (keys) => selection.change(keys.map(String)),
              },
            }
          : {})}
      />
      {(next !== null || after !== undefined) && (
        <Space className="pages">
          {after !== undefined && (
            <>
              <Button onClick={() => goTo(undefined)}>{t('tables.first')}</Button>
              <Button onClick={() => void navigate(-1)}>{t('tables.before')}</Button>
            </>
          )}
          {next !== null && <Button onClick={() => goTo(next)}>{t('tables.next')}</Button>}
        </Space>
      )}
    </div>
  );
};

/** A narrow screen shows the heading before each cell. */
const labelled = (title: unknown): object => ({ 'data-label': typeof title === 'string' ? title : '' });
