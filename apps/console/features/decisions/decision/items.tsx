import type { TableColumnType } from 'antd';
import { Link } from 'react-router';
import type { DecisionDetail } from '../../../shared/api/generated/types.gen.ts';
import { count } from '../../../shared/dates/dates.ts';
import { Nothing } from '../../../shared/page/page.tsx';
import { Status } from '../../../shared/page/status.tsx';
import { FilterBar, FilterText } from '../../../shared/tables/filter-bar.tsx';
import { FilterSelect } from '../../../shared/tables/filter-select.tsx';
import { IN_VIETNAMESE } from '../../../shared/tables/labelled.ts';
import { useFilters } from '../../../shared/tables/use-filters.ts';
import { WholeTable } from '../../../shared/tables/whole-table.tsx';
import { useTexts, type Language, type Sentence } from '../../../shared/texts/i18n.ts';
import { folded } from '../drafting/items.ts';

type Item = DecisionDetail['items'][number];

interface Props {
  readonly decision: DecisionDetail;
  /** Why the list cannot be frozen, by the place of the item. */
  readonly obstacles: ReadonlyMap<number, Sentence>;
}

/** More than these are searched. */
const FEW = 20;

const FILTERS = ['q', 'outcome'] as const;

/** The list, in the order of the paper, with what became of each item. */
export const Items = ({ decision, obstacles }: Props) => {
  const { t, language } = useTexts();
  const { filters, set, clear, after, goTo } = useFilters(FILTERS, { within: true });
  const { q = '', outcome } = filters;
  const { items, status, itemCount } = decision;
  const heading = t('decisions.page.items', { count: itemCount, told: count(itemCount, language) });
  const applies = status === 'ISSUED' || status === 'COMPLETED';
  const shown = items.filter(
    (item) =>
      (outcome === undefined || item.outcome === outcome) &&
      folded(`${item.name ?? ''} ${item.unitName ?? ''}`).includes(folded(q)),
  );
  return (
    <section aria-label={heading}>
      <h2>{heading}</h2>
      {items.length > FEW && (
        <FilterBar clear={clear}>
          <FilterText label={t('decisions.draft.search')} value={filters.q} onChange={(typed) => set({ q: typed })} />
          {applies && (
            <FilterSelect
              label={t('decisions.page.filterOutcome')}
              value={outcome as Item['outcome'] | undefined}
              onChange={(chosen) => set({ outcome: chosen })}
              words={t('outcomeStatusNames', { returnObjects: true })}
            />
          )}
        </FilterBar>
      )}
      {shown.length === 0 ? (
        <Nothing text={t('decisions.draft.noneFiltered')} />
      ) : (
        <WholeTable
          caption={heading}
          rows={shown}
          rowKey="itemId"
          leafed={{ page: Number(after) || 1, goTo: (page) => goTo(page === 1 ? undefined : String(page)) }}
          columns={columns({ t, language, applies, obstacles, reasons: items.some(({ reason }) => reason !== null) })}
        />
      )}
    </section>
  );
};

interface Told {
  readonly t: ReturnType<typeof useTexts>['t'];
  readonly language: Language;
  readonly applies: boolean;
  readonly reasons: boolean;
  readonly obstacles: ReadonlyMap<number, Sentence>;
}

const columns = ({ t, language, applies, reasons, obstacles }: Told): TableColumnType<Item>[] => [
  { title: t('decisions.page.ordinal'), width: '4rem', align: 'right', render: (_, { ordinal }) => ordinal + 1 },
  {
    title: t('decisions.page.itemName'),
    render: (_, { kind, itemId, name, nameNow, ordinal }) => (
      <>
        <Link lang="vi" to={`/${kind}s/${itemId}`}>
          {name ?? '–'}
        </Link>
        {nameNow !== null && <div className="help">{t('decisions.page.nameNow', { name: nameNow })}</div>}
        {obstacles.has(ordinal) && (
          <div className="late">{t('decisions.page.willDrop', { why: obstacles.get(ordinal)?.[language] })}</div>
        )}
      </>
    ),
  },
  { title: t('decisions.page.itemUnit'), dataIndex: 'unitName', ...IN_VIETNAMESE },
  ...(reasons
    ? [{ title: t('decisions.page.reason'), render: (_: unknown, { reason }: Item) => reasonText(t, reason) }]
    : []),
  ...(applies
    ? [
        {
          title: t('decisions.page.outcome'),
          render: (_: unknown, { outcome, outcomeSentence, outcomeReason }: Item) => (
            <>
              <Status of="outcomeStatusNames" status={outcome} />
              {outcome === 'REJECTED' && <div>{(outcomeSentence as Sentence | null)?.[language] ?? outcomeReason}</div>}
            </>
          ),
        },
      ]
    : []),
];

/** A legal ground by its name, another reason as it was written. */
const reasonText = (t: Told['t'], reason: string | null) => {
  const grounds = t('decisions.grounds', { returnObjects: true }) as Readonly<Record<string, string>>;
  return reason === null ? '' : (grounds[reason] ?? <span lang="vi">{reason}</span>);
};
