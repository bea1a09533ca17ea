import type { Handlers, ReminderQueue } from '../reminder-queue.port.ts';

export const job = (id: string) => ({ jobId: id, messageIds: [id] });

/** Handlers that remember. */
export function recordingHandlers(handlers: Partial<Handlers> = {}) {
  const recording = {
    delivered: [] as string[],
    sweeps: 0,
    deliver: async (ids: readonly string[]) => {
      recording.delivered.push(...ids);
      await handlers.deliver?.(ids);
    },
    sweep: async () => {
      recording.sweeps += 1;
      await handlers.sweep?.();
    },
  };
  return recording;
}

export function newGate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return {
    opened,
    open: () => {
      open();
    },
  };
}

export async function until(come: () => boolean | Promise<boolean>): Promise<void> {
  for (let left = 2400; left > 0; left--) {
    if (await come()) return;
    await new Promise((wake) => setTimeout(wake, 25));
  }
  throw new Error('it did not come about within a minute');
}

/** A job is done a moment after its handler. */
export const untilEmpty = (queue: ReminderQueue): Promise<void> =>
  until(async () => {
    const { waiting, active } = await queue.counts();
    return waiting + active === 0;
  });
