import { LATEST_SCHEMA_VERSION } from 'bullmq';
import { queueMigrations } from './migrations.ts';

it('an update of BullMQ that changes its tables is noted as a migration', () => {
  expect(queueMigrations.migrations.at(-1)?.name).toBe(`bullmq-${LATEST_SCHEMA_VERSION}`);
});
