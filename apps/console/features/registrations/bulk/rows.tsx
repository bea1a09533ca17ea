import { Link } from 'react-router';
import type { Action } from '../../../shared/actions/actions.tsx';
import { Status } from '../../../shared/page/status.tsx';
import { IN_VIETNAMESE } from '../../../shared/tables/labelled.ts';
import { WholeTable } from '../../../shared/tables/whole-table.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';
import type { Many } from './bulk-forms.ts';
import type { Outcome } from './use-bulk.ts';

interface Props {
  readonly rows: Many;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly foreseen: ReadonlyMap<string, Outcome>;
  /** What the api says of doing it to them now. */
  readonly now: ReadonlyMap<string, Action>;
}

/** All of them, page by page: how each stands before anything is sent, and what became of it. */
export const Rows = ({ rows, outcomes, foreseen, now }: Props) => {
  const { t } = useTexts();
  return (
    <>
      <h2>{t('bulk.rows')}</h2>
      <WholeTable<Many[number]>
        caption={t('bulk.rows')}
        rowKey="id"
        rows={rows}
        size={50}
        columns={[
          {
            title: t('registrations.name'),
            render: (_, { id, name }) => (
              <Link lang="vi" to={`/registrations/${id}`} target="_blank">
                {name}
              </Link>
            ),
          },
          { title: t('registrations.unit'), dataIndex: 'unitName', ...IN_VIETNAMESE },
          {
            title: t('registrations.status'),
            // Once it is sent that is how it was.
            hidden: outcomes.size > 0,
            render: (_, { status }) => <Status of="registrationStatusNames" status={status} />,
          },
          {
            title: t('bulk.outcome'),
            render: (_, { id }) => (
              <Told outcome={outcomes.get(id)} can={foreseen.get(id)?.done ?? now.get(id)?.allowed} />
            ),
          },
        ]}
      />
    </>
  );
};

interface ToldProps {
  readonly outcome: Outcome | undefined;
  readonly can: boolean | undefined;
}

/** What became of an item, or would. */
const Told = ({ outcome, can }: ToldProps) => {
  const { t } = useTexts();
  const isGood = outcome?.done ?? can;
  if (isGood === undefined) return <span className="help">{t('bulk.waits')}</span>;
  const done = outcome?.done && outcome.before ? t('registrations.many.isDoneBefore') : t('bulk.isDone');
  const [good, bad] = outcome === undefined ? [t('bulk.can'), t('bulk.cannot')] : [done, t('bulk.isDropped')];
  return <span className={`status status-${isGood ? 'good' : 'bad'}`}>{isGood ? good : bad}</span>;
};
