import type { TableColumnType } from 'antd';
import { Link } from 'react-router';
import type { Registration } from '../../../shared/api/generated/types.gen.ts';
import { day } from '../../../shared/dates/dates.ts';
import { Status } from '../../../shared/page/status.tsx';
import type { useTexts } from '../../../shared/texts/i18n.ts';
import type { Texts } from '../../../shared/texts/vi/index.ts';

type T = ReturnType<typeof useTexts>['t'];
export type ColumnKey = keyof Texts['registrations']['columns'];

const CELLS: Readonly<Record<ColumnKey, (row: Registration, t: T) => React.ReactNode>> = {
  name: ({ id, name }) => <Link to={`/registrations/${id}`}>{name}</Link>,
  unit: ({ unitName }) => unitName,
  cycle: ({ cycleName }) => cycleName,
  field: ({ fieldName }) => fieldName,
  tags: ({ programmeTagNames }) => programmeTagNames?.join(', '),
  subjectType: ({ subjectType }, t) => subjectType && t(`subjectTypeNames.${subjectType}`),
  status: ({ status }) => <Status of="registrationStatusNames" status={status} />,
  since: ({ statusSince }) => day(statusSince),
  due: ({ dueOn }) => dueOn && day(dueOn),
  submittedOn: ({ submittedOn }) => submittedOn && day(submittedOn),
  registeredOn: ({ registeredOn }) => registeredOn && day(registeredOn),
  decision: ({ documentNumber, decisionId }) =>
    decisionId ? <Link to={`/decisions/${decisionId}`}>{documentNumber ?? '–'}</Link> : documentNumber,
  decidedOn: ({ decidedOn }) => decidedOn && day(decidedOn),
  typical: ({ typical }, t) => typical && t('registrations.isTypical'),
  origin: ({ originKind, originId, originName }, t) =>
    originKind &&
    (originId ? (
      <>
        {t(`originNames.${originKind}`)}: <Link to={`/registrations/${originId}`}>{originName}</Link>
      </>
    ) : (
      t(`originNames.${originKind}`)
    )),
};

export const ALL_COLUMNS = Object.keys(CELLS) as readonly ColumnKey[];

/** What is shown until somebody chooses. */
export const OWN_COLUMNS: readonly ColumnKey[] = ['name', 'unit', 'field', 'status', 'since', 'due'];

/** `name,unit,status` of an address; what is no column is passed over, and the name is always there. */
export const columnsOf = (told: string | undefined): readonly ColumnKey[] => {
  const chosen = ALL_COLUMNS.filter((key) => (told ?? '').split(',').includes(key));
  if (chosen.length === 0) return OWN_COLUMNS;
  return chosen.includes('name') ? chosen : ['name', ...chosen];
};

export const tableColumns = (keys: readonly ColumnKey[], t: T): readonly TableColumnType<Registration>[] =>
  keys.map((key) => ({ key, title: t(`registrations.columns.${key}`), render: (_, row) => CELLS[key](row, t) }));
