import { randomUUID } from 'node:crypto';
import { reminding, reporting, SYSTEM } from '#domain';
import { deriveId } from '#engine';
import type { TestApi } from '#support';

const PERIOD = { kind: 'H1', year: 2026 } as const;

/** The report a unit owes for the first half of 2026. */
export const reportIdOf = (unitId: string, kind: reporting.ReportKind = 'OWN'): string =>
  deriveId(unitId, reporting.reportName(kind, PERIOD));

/** What the reminders of that report are about. */
export const dutyOf = (reportId: string): string => deriveId(reportId, 'duty');

/** A unit owes a report on the first half of last year. */
export const obligeReport = async (
  { ports }: TestApi,
  owed: Pick<reporting.Obligation, 'unitId' | 'receiverId' | 'kind' | 'regulationId'>,
): Promise<string> => {
  const period = { kind: 'H1', year: 2025 } as const;
  const reportId = deriveId(owed.unitId, reporting.reportName(owed.kind, period));
  const dates = { from: '2025-01-01', cutoff: '2025-05-31', dueOn: '2025-06-16' };
  const commandId = deriveId(reportId, 'oblige');
  const meta = { commandId, actor: SYSTEM, at: ports.clock.now(), correlationId: commandId };
  const data = { reportId, period, ...owed, ...dates };
  await ports.engine.run({
    stream: `report-${reportId}`,
    decider: reporting.decider,
    commandId,
    body: data,
    prepare: (): reporting.ReportCommand => ({ type: 'ObligeReport', data, facts: {}, meta }),
  });
  return reportId;
};

/** A person was reminded in the inbox and by a mail that was given up, as deliveries leave it. */
export const remind = async (
  { ports, pool }: TestApi,
  personId: string,
  {
    unitId,
    reportId,
    regulationId,
  }: { readonly unitId: string; readonly reportId: string; readonly regulationId: string },
): Promise<{ readonly inbox: string; readonly parked: string }> => {
  const [inbox, parked] = [randomUUID(), randomUUID()];
  const at = ports.clock.now();
  const about = { dutyId: dutyOf(reportId), kind: 'REPORT', subjectId: reportId, unitId, dueOn: '2026-06-15' } as const;
  const rung = { rungs: ['T-10'], recipient: 'OFFICER', personId } as const;
  const commands = [
    { type: 'RecordSent', data: { ...about, ...rung, messageId: inbox, channel: 'INBOX' } },
    {
      type: 'RecordFailure',
      data: { ...about, ...rung, messageId: parked, channel: 'EMAIL', cause: 'mail-unreachable' },
    },
  ] as const;
  for (const command of commands) {
    const commandId = randomUUID();
    const meta = { commandId, actor: SYSTEM, at, correlationId: commandId };
    await ports.engine.run({
      stream: `reminder-${about.dutyId}`,
      decider: reminding.decider,
      commandId,
      body: command,
      prepare: (): reminding.ReminderCommand => ({ ...command, facts: {}, meta }),
    });
  }
  await pool.query(
    `INSERT INTO kheo_reminders.messages (id, person_id, channel, status, cause, attempts, created_at, recorded)
     VALUES ($1, $3, 'INBOX', 'sent', NULL, 1, $4, true), ($2, $3, 'EMAIL', 'parked', 'mail-unreachable', 8, $4, true)`,
    [inbox, parked, personId, at],
  );
  await pool.query(
    `INSERT INTO kheo_reminders.rungs (duty_id, due_on, rung, person_id, channel, recipient, kind, subject_id, unit_id,
       regulation_id, state, rungs, message_id, planned_at)
     SELECT $1, $2, 'T-10', $3, channel, 'OFFICER', 'REPORT', $4, $5, $6, 'gathered', '{T-10}', id, $7
     FROM kheo_reminders.messages WHERE id IN ($8, $9)`,
    [about.dutyId, about.dueOn, personId, reportId, unitId, regulationId, at, inbox, parked],
  );
  await pool.query('INSERT INTO kheo_reminders.inbox (message_id, person_id, received_at) VALUES ($1, $2, $3)', [
    inbox,
    personId,
    at,
  ]);
  return { inbox, parked };
};
