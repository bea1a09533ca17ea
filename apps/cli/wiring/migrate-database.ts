import { createEngineTables } from '#engine';
import { migrateEventStore } from '#event-store/postgres';
import { asAppRole, openPool } from '#postgres';
import { migrateIdentity } from '#identity';
import { migrateReadModels } from '#read-models';
import { migrateQueue, migrateReminders } from '#reminders';

/** Makes every schema of Khéo, or brings it to the version of this program. Harmless to repeat. */
export const migrateDatabase = async (adminUrl: string): Promise<void> => {
  await migrateEventStore(adminUrl);
  await migrateQueue(adminUrl);
  const pool = openPool({ url: asAppRole(adminUrl), name: 'kheo migrate', connections: 2 });
  try {
    await migrateIdentity(pool);
    await migrateReminders(pool);
    await createEngineTables(pool);
    await migrateReadModels(pool);
  } finally {
    await pool.end();
  }
};
