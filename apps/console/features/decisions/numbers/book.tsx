import { Table, type TableColumnType } from 'antd';
import { Link } from 'react-router';
import type { NumberEntry } from '../../../shared/api/generated/types.gen.ts';
import { day, instant, today } from '../../../shared/dates/dates.ts';
import { Status } from '../../../shared/page/status.tsx';
import { IN_VIETNAMESE, labelled } from '../../../shared/tables/labelled.ts';
import { useTexts, type Language, type Sentence } from '../../../shared/texts/i18n.ts';
import { givesOut, type BookLine, type NumberBookPart } from './books.ts';

interface Props {
  readonly book: NumberBookPart;
}

/** One book: what it is the book of, the number it gives out next, and its lines. */
export const Book = ({ book: { head, lines } }: Props) => {
  const { t, language } = useTexts();
  const { docType, docTypeName, issuerName, term, issuedOn, nextNumber } = head;
  const period = term ?? issuedOn?.slice(0, 4) ?? today().slice(0, 4);
  const title =
    issuerName === null
      ? t('decisions.numbers.untouched')
      : t('decisions.numbers.book', { docType: docTypeName ?? docType ?? '', issuer: issuerName, period });
  return (
    <section aria-label={title} className="number-book">
      <h2>{issuerName === null ? title : <span lang="vi">{title}</span>}</h2>
      {givesOut(head, today()) && <p className="help">{t('decisions.numbers.next', { number: nextNumber, period })}</p>}
      <div className="list">
        <Table<BookLine>
          aria-label={title}
          rowKey="key"
          size="small"
          dataSource={[...lines]}
          columns={columns(t, language).map((column) => ({
            ...column,
            onCell: (row, place) => ({ ...labelled(column.title), ...column.onCell?.(row, place) }),
          }))}
          pagination={false}
        />
      </div>
    </section>
  );
};

const columns = (t: ReturnType<typeof useTexts>['t'], language: Language): TableColumnType<BookLine>[] => [
  {
    title: t('decisions.numbers.number'),
    width: '9rem',
    render: (_, { from, until, entry }) =>
      from === until ? (entry?.text ?? from) : t('decisions.numbers.range', { from, until }),
  },
  {
    title: t('decisions.issuedOn'),
    width: '8rem',
    render: (_, { entry }) => (entry?.issuedOn ? day(entry.issuedOn) : ''),
  },
  {
    title: t('decisions.numbers.status'),
    width: '11rem',
    render: (_, { entry }) => (entry ? <Status of="numberStatusNames" status={entry.status} /> : null),
  },
  { title: t('decisions.numbers.what'), render: (_, line) => <What line={line} language={language} /> },
  {
    title: t('decisions.numbers.signer'),
    width: '12rem',
    ...IN_VIETNAMESE,
    render: (_, { entry }) => entry?.signerName ?? '',
  },
];

/** The decision that bears it, or why nothing does. */
const What = ({ line: { entry, from, until }, language }: { readonly line: BookLine; readonly language: Language }) => {
  const { t } = useTexts();
  if (entry === undefined) return <strong className="late">{t('decisions.numbers.missing')}</strong>;
  const decision = entry.decisionId !== null && (
    <Link lang="vi" to={`/decisions/${entry.decisionId}`}>
      {entry.decisionTitle ?? t('decisions.one')}
    </Link>
  );
  const why = voidReasonOf(entry, language);
  return (
    <>
      {decision}
      {why !== undefined && <div>{why}</div>}
      {entry.status === 'RESERVED' && (
        <div className="help">
          {t('decisions.numbers.reservedAt')} {instant(entry.reservedAt)}
        </div>
      )}
      {entry.status === 'ON_PAPER' && t('decisions.numbers.onPaper', { count: until - from + 1 })}
    </>
  );
};

const voidReasonOf = ({ voidSentence, voidReason }: NumberEntry, language: Language): string | undefined =>
  (voidSentence as Sentence | null)?.[language] ?? voidReason ?? undefined;
