import { adjustableClock } from '#engine';
import { createEventLog } from '#event-store';
import { createPostgresEventStore } from '#event-store/postgres';
import { startPostgres } from '#support';
import { openPool } from '#postgres';
import { startProjectorApp } from '../../../apps/projector/index.ts';
import { startRemindersApp, type RemindersApp, type RemindersAppOptions } from '../../../apps/reminders/index.ts';
import { fillLog } from '../fill-log.ts';
import { dutyHistory, type DutiesWanted } from './duties.ts';

const SILENT = { info: () => undefined, warn: () => undefined };
const LOUD = { ...SILENT, error: report, warn: report };

function report(about: object, text: string): void {
  console.error(text, about);
}

/** A province on a server of its own, projected, with everything that reminds but a queue and a mail server. */
export type Fixture = Awaited<ReturnType<typeof openFixture>>;

export async function openFixture(wanted: DutiesWanted, start: string) {
  const server = await startPostgres();
  await fillLog(server.adminUrl, dutyHistory(wanted));
  const pool = openPool({ url: server.url, name: 'test', connections: 20 });
  const store = createEventLog(await createPostgresEventStore({ url: server.url }));
  const clock = adjustableClock(start);
  const projector = await startProjectorApp({ store, pools: { readModels: pool }, clock, logger: LOUD });
  await projector.projector.waitFor(await store.head(), 600_000);
  await pool.query('ANALYZE');
  const apps: RemindersApp[] = [];
  return {
    ...{ server, pool, store, clock },
    /** Leaves the read models as they are: what following the log costs is told by other rows. */
    stopFollowing: () => projector.stop(),
    start: async (
      with_: Pick<RemindersAppOptions, 'queue' | 'mailer'> & Partial<Pick<RemindersAppOptions, 'clock' | 'options'>>,
    ): Promise<RemindersApp> => {
      const app = await startRemindersApp({ ...{ store, pool, clock, logger: LOUD, publicUrl: URL }, ...with_ });
      apps.push(app);
      return app;
    },
    /** Ends everything; the others, which need the server too, after what uses them and before the server. */
    close: async (others: readonly { close(): Promise<void> }[]): Promise<void> => {
      await Promise.all(apps.map((app) => app.stop()));
      await Promise.all(others.map((other) => other.close()));
      await projector.stop();
      await store.close();
      await pool.end();
      await server.stop();
    },
  };
}

const URL = 'https://kheo.example.vn';
