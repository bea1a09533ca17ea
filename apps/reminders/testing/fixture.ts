import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { regulation, reporting, type DomainEvent, type Role } from '#domain';
import { adjustableClock, createEngine, deriveId, eventId, type Engine } from '#engine';
import { createObligations, createRules, reminderUseCase } from '#use-cases';
import type { EventLog, RecordedEvent } from '#event-store';
import { openLog } from '../../../test/support/log.ts';
import { createDirectory } from '#identity';
import { startProjector } from '#read-models';
import {
  createDescribeRungs,
  createPostgresQueue,
  createReminderService,
  createSmtpMailer,
  type Mailer,
  type ReminderQueue,
} from '#reminders';
import type { TestDatabase, TestSmtp } from '#support';
import { openPool } from '#postgres';
import { startRemindersApp, type RemindersApp, type RemindersAppOptions } from '../index.ts';

const AT = '2026-01-05T02:00:00.000Z';
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const ROLES = { officer: 'UNIT_OFFICER', head: 'UNIT_HEAD', body: 'STANDING_BODY_OFFICER' } as const;

/** A province with communes that owe their half-yearly report by 15 June 2026, everybody with account and address. */
export type Fixture = Awaited<ReturnType<typeof openFixture>>;

export interface FixtureOptions {
  readonly communes?: number;
  /** Nobody is appointed to these in the communes. */
  readonly without?: readonly (keyof typeof ROLES)[];
  /** Nobody may sign in: only mail reaches them. */
  readonly mailOnly?: boolean;
  readonly content?: Partial<regulation.RegulationContent>;
}

export const openFixture = async (database: TestDatabase, smtp: TestSmtp, options: FixtureOptions = {}) => {
  const clock = adjustableClock(AT);
  const store = await openLog(database.url);
  const anything: EventLog<DomainEvent> = store;
  const pool = openPool({ url: database.url, name: 'test', connections: 16 });
  const engine = createEngine({ store });
  const write = async (stream: string, ...events: readonly DomainEvent[]): Promise<void> => {
    const commandId = randomUUID();
    const before = await store.readStream(stream, { from: 0, limit: 100 });
    const meta = { actor: { personId: 'p', role: 'SYSTEM', unitId: 'u' } as const, recordedAt: clock.now() };
    const written = events.map(({ type, data }, index) => ({
      ...{ id: eventId(commandId, index), type, data },
      meta: {
        ...{ ...meta, effectiveOn: '2026-01-05', commandId, correlationId: commandId },
        commandHash: '0'.repeat(64),
      },
    }));
    await anything.append(stream, before.length === 0 ? 'no-stream' : before.length - 1, written);
  };
  const appoint = async (role: Role, unitId: string): Promise<string> => {
    const personId = randomUUID();
    const document = { number: '1-QĐ', issuedOn: '2026-01-01' };
    const appointment = { personId, appointmentId: randomUUID(), unitId, role, from: '2026-01-01', document };
    await write(
      `person-${personId}`,
      { type: 'PersonEntered', data: { personId, name: `Người ${role}`, email: `${personId}@example.vn` } },
      ...(options.mailOnly === true
        ? []
        : [{ type: 'AccountOpened', data: { personId, accountId: randomUUID(), username: personId } }]),
      { type: 'PersonAppointed', data: appointment },
    );
    return personId;
  };
  const establish = async (kind: 'PROVINCE' | 'COMMUNE', name: string, parentId?: string): Promise<string> => {
    const unitId = randomUUID();
    const above = parentId === undefined ? {} : { parentId };
    await write(`unit-${unitId}`, {
      type: 'UnitEstablished',
      data: { unitId, kind, name, from: '2026-01-01', ...above },
    });
    return unitId;
  };

  const provinceId = await establish('PROVINCE', 'Tỉnh minh họa');
  const people: Record<string, string> = {
    body: await appoint('STANDING_BODY_OFFICER', provinceId),
    chief: await appoint('UNIT_HEAD', provinceId),
    admin: await appoint('SYSTEM_ADMIN', provinceId),
  };
  const communeIds: string[] = [];
  for (let nth = 0; nth < (options.communes ?? 1); nth += 1) {
    const communeId = await establish('COMMUNE', `Xã số ${String(nth + 1)}`, provinceId);
    communeIds.push(communeId);
    for (const name of ['officer', 'head'] as const)
      if (!options.without?.includes(name)) people[`${name}${String(nth)}`] = await appoint(ROLES[name], communeId);
  }
  const regulationId = randomUUID();
  const content = {
    ...regulation.exampleRegulation(2026),
    reporting: {
      ...regulation.exampleRegulation(2026).reporting,
      obliged: ['COMMUNE'],
      periods: [{ kind: 'H1', cutoff: '2026-05-31', dueOn: '2026-06-15' }],
    },
    ...options.content,
  };
  await write(
    `regulation-${regulationId}`,
    { type: 'RegulationDrafted', data: { regulationId, unitId: provinceId, content } },
    {
      type: 'RegulationPublished',
      data: { regulationId, number: '1-QĐ', issuedOn: '2026-01-01', from: '2026-01-01', warnings: [] },
    },
  );

  const projector = await startProjector({ store, pool, clock, logger: SILENT });
  const queue = createPostgresQueue({ url: database.url });
  const mailer = createSmtpMailer({ url: smtp.url, from: 'kheo@example.vn', tls: 'none' });
  const running: RemindersApp[] = [];
  const start = async (
    with_: { readonly engine?: Engine; readonly mailer?: Mailer | undefined; readonly queue?: ReminderQueue } = {},
    more: RemindersAppOptions['options'] = {},
  ): Promise<RemindersApp> => {
    const app = await startRemindersApp({
      ...{ store, engine, pool, queue, mailer, clock, logger: SILENT, publicUrl: 'http://localhost:3000', ...with_ },
      options: { startPaused: true, leaseMs: 300, offerAgainMs: 300, firstWaitMs: 1, random: () => 0, ...more },
    });
    running.push(app);
    return app;
  };
  const rules = createRules(store);
  const directory = createDirectory(store);
  const describe = createDescribeRungs({ engine, rules, directory });
  const service = createReminderService({ pool, clock, describe });
  const tree = async () => (await directory.current()).tree;
  await createObligations({ engine, store, clock, rules, tree }).obligeAll();
  const projected = async (): Promise<void> => {
    await projector.waitFor(await store.head(), 20_000);
  };

  return {
    ...{ clock, store, pool, engine, queue, mailer, write, start, projected, people, communeIds, provinceId },
    service,
    /** The administrator has a message tried again, under a command of this id. */
    retry: (id: string, idempotencyKey: string, reason: string) =>
      reminderUseCase.run(
        { engine, clock, newId: randomUUID, directory, reminders: service },
        {
          ...{ type: 'RetryReminder', id, data: { reason }, idempotencyKey },
          caller: { kind: 'person', personId: people['admin'] ?? '' },
        },
      ),
    reportOf: (communeId: string) => deriveId(communeId, reporting.reportName('OWN', { kind: 'H1', year: 2026 })),
    /** Has everything done that is due at the instant. */
    at: async (app: RemindersApp, instant: string): Promise<void> => {
      clock.set(instant);
      await app.sweepNow();
      await projected();
      await app.settled();
    },
    /** What the log says about reminding, in order. */
    told: async (): Promise<readonly RecordedEvent[]> =>
      (await store.readAll({ after: 0, limit: 10_000, categories: ['reminder'] })).events,
    pause: sleep,
    close: async () => {
      await Promise.all(running.map((app) => app.stop()));
      await projector.stop();
      await queue.close();
      await mailer.close();
      await store.close();
      await pool.end();
    },
  };
};
