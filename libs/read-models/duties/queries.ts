import { reporting, type regulation } from '#domain';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { DutyGroup, FindOpenDuties, ListDutyGroups, ListOpenDuties, OpenDuty } from './queries.port.ts';
import type { DutyReport } from './table.ts';

/** Open duties with what their registration and its cycle say of them. What a cycle owes ends with the cycle. */
const OPEN = sql`read_models.duties d
  left join read_models.duty_subjects s on d.regulation_id is null and s.id = d.subject_id
  left join read_models.duty_cycles c on c.id = s.cycle_id`;
const IS_OPEN = sql<boolean>`d.open and (d.due_on is not null or c.open)`;

const REGULATION = sql<string>`coalesce(d.regulation_id, c.regulation_id)`;

/** A value of the duty itself, or the one of the cycle's deadline it follows. */
const followed = (own: RawBuilder<unknown>, ofCycle: 'due_on' | 'original' | 'moved_at'): RawBuilder<string> =>
  sql`coalesce(${own}, case d.kind
    when 'REGISTRATION_STEP' then ${sql.ref(`c.registration_${ofCycle}`)}
    when 'DOSSIER_STEP' then ${sql.ref(`c.dossier_${ofCycle}`)} end)`;

const DUE_ON = followed(sql`d.due_on`, 'due_on');

const SHOWN = sql`d.duty_id, d.kind, d.subject_id, coalesce(s.title, '') as title, d.report,
  coalesce(d.unit_id, s.unit_id) as unit_id, ${REGULATION} as regulation_id, ${DUE_ON} as due_on,
  ${followed(sql`d.original_due_on`, 'original')} as original_due_on,
  greatest(d.since, ${followed(sql`null::text`, 'moved_at')}) as since`;

type Found = Omit<OpenDuty, 'ownerRole' | 'receiverId' | 'report'> & { readonly report: DutyReport | null };

/** The open duties counted by everything a ladder depends on. */
export const listDutyGroups: ListDutyGroups = async (db) => {
  const { rows } = await sql<DutyGroup>`
    select ${REGULATION} as regulation_id, d.kind, ${DUE_ON} as due_on, count(*)::integer as open
    from ${OPEN} where ${IS_OPEN} group by 1, 2, 3 order by 3, 2, 1`.execute(db);
  return rows;
};

/** Kinds whose due date is the cycle's. */
const STEPS: ReadonlySet<regulation.DutyKind> = new Set(['REGISTRATION_STEP', 'DOSSIER_STEP']);

/** Written so that the planner sees how many there are: a page is then read by the index, not sorted out of all. */
const underRegulation = (regulationId: string): RawBuilder<boolean> =>
  sql`(d.regulation_id = ${regulationId} or d.regulation_id is null and c.regulation_id = ${regulationId})`;

/** The open duties of one group, by their ids. */
export const listOpenDuties: ListOpenDuties = async (db, { regulationId, kind, dueOn, after, limit }) => {
  const due = STEPS.has(kind) ? sql`d.due_on is null and ${DUE_ON} = ${dueOn}` : sql`d.due_on = ${dueOn}`;
  const { rows } = await sql<Found>`select ${SHOWN} from ${OPEN}
    where ${IS_OPEN} and d.kind = ${kind} and ${due} and ${underRegulation(regulationId)} and d.duty_id > ${after ?? ''}
    order by d.duty_id limit ${limit}`.execute(db);
  return rows.map(dutyOf);
};

/** Those of the duties that are still open. */
export const findOpenDuties: FindOpenDuties = async (db, dutyIds) => {
  const { rows } = await sql<Found>`select ${SHOWN} from ${OPEN}
    where ${IS_OPEN} and d.duty_id = any(${dutyIds}::text[]) order by d.duty_id`.execute(db);
  return rows.map(dutyOf);
};

const dutyOf = ({ report, ...duty }: Found): OpenDuty => ({
  ...duty,
  report: report && { kind: report.kind, period: report.period },
  receiverId: report?.receiverId ?? null,
  ownerRole: reporting.ownerRole(duty.kind, report?.kind),
});
