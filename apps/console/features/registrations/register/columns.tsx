import type { TableColumnType } from 'antd';
import { Link } from 'react-router';
import type { Registration } from '../../../shared/api/generated/types.gen.ts';
import { day } from '../../../shared/dates/dates.ts';
import { Status } from '../../../shared/page/status.tsx';
import { IN_VIETNAMESE } from '../../../shared/tables/labelled.ts';
import { capital } from '../../../shared/texts/capital.ts';
import type { useTexts } from '../../../shared/texts/i18n.ts';
import type { Texts } from '../../../shared/texts/vi/index.ts';

type T = ReturnType<typeof useTexts>['t'];
export type ColumnKey = keyof Texts['registrations']['columns'];

interface Column {
  /** The field of the row that a file holds in this column. */
  readonly field: keyof Registration;
  /** Whether it is as an office wrote it. */
  readonly inVietnamese?: true;
  readonly cell: (row: Registration, t: T) => React.ReactNode;
}

const COLUMNS: Readonly<Record<ColumnKey, Column>> = {
  name: { field: 'name', inVietnamese: true, cell: ({ id, name }) => <Link to={`/registrations/${id}`}>{name}</Link> },
  unit: { field: 'unitName', inVietnamese: true, cell: ({ unitName }) => unitName },
  cycle: { field: 'cycleName', inVietnamese: true, cell: ({ cycleName }) => cycleName },
  field: { field: 'fieldName', inVietnamese: true, cell: ({ fieldName }) => fieldName },
  tags: {
    field: 'programmeTagNames',
    inVietnamese: true,
    cell: ({ programmeTagNames }) => programmeTagNames?.join(', '),
  },
  subjectType: {
    field: 'subjectType',
    cell: ({ subjectType }, t) => subjectType && capital(t(`subjectTypeNames.${subjectType}`)),
  },
  status: { field: 'status', cell: ({ status }) => <Status of="registrationStatusNames" status={status} /> },
  since: { field: 'statusSince', cell: ({ statusSince }) => day(statusSince) },
  due: { field: 'dueOn', cell: ({ dueOn }) => dueOn && day(dueOn) },
  submittedOn: { field: 'submittedOn', cell: ({ submittedOn }) => submittedOn && day(submittedOn) },
  registeredOn: { field: 'registeredOn', cell: ({ registeredOn }) => registeredOn && day(registeredOn) },
  decision: {
    field: 'documentNumber',
    cell: ({ documentNumber, decisionId }) =>
      decisionId ? <Link to={`/decisions/${decisionId}`}>{documentNumber ?? '–'}</Link> : documentNumber,
  },
  decidedOn: { field: 'decidedOn', cell: ({ decidedOn }) => decidedOn && day(decidedOn) },
  typical: { field: 'typical', cell: ({ typical }, t) => typical !== null && t(typical ? 'page.yes' : 'page.no') },
  origin: { field: 'originKind', cell: ({ originKind }, t) => originKind && capital(t(`originNames.${originKind}`)) },
  source: {
    field: 'originName',
    inVietnamese: true,
    cell: ({ originId, originName }) => originId && <Link to={`/registrations/${originId}`}>{originName}</Link>,
  },
};

export const ALL_COLUMNS = Object.keys(COLUMNS) as readonly ColumnKey[];

/** What is shown until somebody chooses: a model stands in a line for each of its cycles. */
const OWN_COLUMNS: readonly ColumnKey[] = ['name', 'unit', 'cycle', 'field', 'status', 'since', 'due'];

/** `name,unit,status` of an address or of the person's settings; what is no column is passed over, and the name is always there. */
export const columnsOf = (told: string | undefined): readonly ColumnKey[] => {
  const chosen = ALL_COLUMNS.filter((key) => (told ?? '').split(',').includes(key));
  if (chosen.length === 0) return OWN_COLUMNS;
  return chosen.includes('name') ? chosen : ['name', ...chosen];
};

export const tableColumns = (keys: readonly ColumnKey[], t: T): readonly TableColumnType<Registration>[] =>
  keys.map((key) => ({
    key,
    title: t(`registrations.columns.${key}`),
    render: (_, row) => COLUMNS[key].cell(row, t),
    ...(COLUMNS[key].inVietnamese && IN_VIETNAMESE),
  }));

/** What a file holds in these columns, as the api calls it. */
export const fieldsOf = (keys: readonly ColumnKey[]): string => keys.map((key) => COLUMNS[key].field).join(',');
