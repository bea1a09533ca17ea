import type { TestPostgres } from '#support';
import { startPostgres } from '#support';
import { commune, id, remindersOf } from '#support/histories';
import { happening } from '../testing/history.ts';
import { openProjectedLog } from '../testing/projected-log.ts';
import type { ProjectedLog } from '../testing/projected-log.ts';
import { listReminders } from './queries.ts';
import type { ReminderQuery } from './queries.ts';

let server: TestPostgres;
let projected: ProjectedLog;

const dutyOf = (number: number) => ({
  dutyId: id('duty', number),
  kind: 'REPORT' as const,
  subjectId: id('report', number),
  unitId: commune(number),
  dueOn: '2026-06-15',
});

beforeAll(async () => {
  server = await startPostgres();
  projected = await openProjectedLog(server);
  await projected.happens([0, 1, 2].flatMap((number) => remindersOf(number, dutyOf(number))));
});

afterAll(async () => {
  await projected.close();
  await server.stop();
});

const asked = async (query: Partial<ReminderQuery> = {}) =>
  (await listReminders(projected.db, { scope: 'all', ...query })).items;

describe('the history of reminders', () => {
  it('proves of a unit what was sent, through whom and of which rungs, the newest first', async () => {
    const items = await asked({ unitIds: [commune(1)] });
    expect(items.map(({ type }) => type)).toEqual([
      'ReportEscalated',
      'ReportOverdue',
      'ReminderRetried',
      'ReminderFailed',
      'ReminderSent',
    ]);
    expect(items.at(-1)).toEqual({
      eventId: expect.any(String) as string,
      type: 'ReminderSent',
      ...dutyOf(1),
      rungs: ['T-10', 'T-5'],
      recipient: 'OFFICER',
      personId: id('person', 1),
      channel: 'EMAIL',
      messageId: id('message', 0),
      cause: null,
      orderedBy: null,
      note: null,
      recordedAt: '2026-03-02T01:30:00.000Z',
      position: 6,
    });
  });

  it('says why nobody was reminded, and whom it went up to', async () => {
    const [escalated, , , failed] = await asked({ subjectId: id('report', 2) });
    expect(failed).toMatchObject({ cause: 'address-refused', recipient: 'HEAD', personId: null, rungs: ['T+0'] });
    expect(escalated).toMatchObject({ rungs: ['T+3'], recipient: 'RECEIVING_BODY', channel: null });
  });

  it('tells who ordered a reminder, and with which words', async () => {
    const ordered = await openProjectedLog(server);
    const [reportId, unitId] = [id('report', 7), commune(7)];
    const data = { reportId, version: 1, unitId, dueOn: '2026-06-15', note: 'Nộp trong ngày' };
    const one = happening(`report-${reportId}`, { type: 'ReminderOrdered', data });
    await ordered.happens([one]);
    const { items } = await listReminders(ordered.db, { scope: 'all', subjectId: reportId });
    await ordered.close();
    expect(items).toMatchObject([
      {
        ...{ type: 'ReminderOrdered', kind: 'REPORT', dutyId: null, unitId, dueOn: '2026-06-15', rungs: [] },
        ...{ orderedBy: one.event.meta.actor.personId, note: 'Nộp trong ngày', personId: null },
      },
    ]);
  });

  it('finds by type and by the day in Vietnam on which it was recorded', async () => {
    expect(await asked({ type: 'ReportOverdue' })).toHaveLength(3);
    expect(await asked({ from: '2026-03-02', until: '2026-03-02' })).toHaveLength(15);
    expect(await asked({ from: '2026-03-03' })).toEqual([]);
    expect(await asked({ until: '2026-03-01' })).toEqual([]);
  });

  it('shows each reader their own units only', async () => {
    const items = await asked({ scope: { unitIds: [commune(2)] } });
    expect(new Set(items.map(({ unitId }) => unitId))).toEqual(new Set([commune(2)]));
    expect(await asked({ scope: { unitIds: [] } })).toEqual([]);
  });

  it('pages through everything once', async () => {
    const seen: number[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page = await listReminders(projected.db, { scope: 'all', limit: 4, ...(after ? { after } : {}) });
      seen.push(...page.items.map(({ position }) => position));
      after = page.next;
    }
    expect(seen).toEqual(Array.from({ length: 15 }, (_, index) => 15 - index));
  });
});
