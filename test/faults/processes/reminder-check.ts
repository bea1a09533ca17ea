/** Checker: `reminder-check.ts <check>`. Reads only what was written down, the mailbox and the database; prints its findings. */
import { openLog } from '../../support/log.ts';
import type { StoredEvent } from '#event-store';
import { Client } from 'pg';
import { findingsOfLog, type MessageRow } from '../reminders/check-log.ts';
import { findingsOfMailbox, readMailbox } from '../reminders/check-mailbox.ts';
import { readNotes, type HandInNote, type MailNote, type StepNote, type Strike } from '../reminders/notes.ts';
import { toldByTheRules } from '../reminders/oracle.ts';
import { fixtureOf } from '../reminders/fixture.ts';

export interface ReminderCheck {
  readonly url: string;
  readonly units: number;
  /** Steps of the walk that were gone. */
  readonly steps: number;
  readonly handIns: string;
  readonly mailbox: string;
  readonly strikes: string;
  /** What each worker wrote down. */
  readonly workers: readonly string[];
  /** When each began. */
  readonly stepNotes: string;
}

/** Each list names what is wrong; all are empty when the promise holds. */
export type ReminderFindings = ReturnType<typeof findingsOfLog> & ReturnType<typeof findingsOfMailbox>;

const { url, units, steps, ...files } = JSON.parse(process.argv[2] ?? '') as ReminderCheck;
const fixture = fixtureOf(units);
const handIns = readNotes(files.handIns) as HandInNote[];
const log = await readLog();
const stepOf = new Map(handIns.flatMap((each) => (each.kind === 'try' ? [[each.reportId, each.step]] : [])));
const told = toldByTheRules(fixture, stepOf, steps);
const messages = await readMessages();
const findings: ReminderFindings = {
  ...findingsOfLog({ fixture, handIns, log, told, messages }),
  ...findingsOfMailbox({
    ...{ fixture, handIns, log, told, messages },
    mails: await readMailbox(files.mailbox),
    mailNotes: files.workers.flatMap((file) => readNotes(file) as MailNote[]),
    strikes: readNotes(files.strikes) as Strike[],
    steps: readNotes(files.stepNotes) as StepNote[],
  }),
};
console.log(JSON.stringify(findings));

async function readLog(): Promise<readonly StoredEvent[]> {
  const store = await openLog(url);
  const found: StoredEvent[] = [];
  for (let after = 0; ;) {
    const { events, upTo } = await store.readAll({ after, limit: 1000, categories: ['report', 'reminder'] });
    if (events.length === 0 && upTo === after) break;
    found.push(...events);
    after = upTo;
  }
  await store.close();
  return found;
}

async function readMessages(): Promise<readonly MessageRow[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<MessageRow>(`
    select m.id, m.person_id as "personId", m.channel, m.status, m.checked_position::float8 as "checkedPosition",
      i.message_id is not null as "inInbox"
    from kheo_reminders.messages m left join kheo_reminders.inbox i on i.message_id = m.id`);
  await client.end();
  return rows;
}
