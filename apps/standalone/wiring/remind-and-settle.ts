import type { System } from './system.ts';

/** Longest wait for the read models to see all that was recorded, in milliseconds. */
const MAX_WAIT_MS = 30_000;

/** Waits until every read model has seen the log. @throws after half a minute. */
export const caughtUp = async ({ store, projector }: Pick<System, 'store' | 'projector'>): Promise<void> => {
  if (!(await projector.projector.waitFor(await store.head(), MAX_WAIT_MS))) {
    throw new Error('the read models did not catch up');
  }
};

/** Obliges and reminds as of the system's clock; answers when every reminder has been handed over and recorded. */
export const remindAndSettle = async (system: Pick<System, 'store' | 'projector' | 'reminders'>): Promise<void> => {
  await system.reminders.sweepNow();
  await caughtUp(system);
  await system.reminders.settled();
  await caughtUp(system);
};
