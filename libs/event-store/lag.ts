import type { EventLog } from './event-log.port.ts';
import type { Position } from './event-store.port.ts';

/** How far a checkpoint is behind the log. */
export interface Lag {
  /** Events behind the checkpoint; of the wanted categories, where they were named. */
  readonly events: number;
  /** There are more: counting stopped. */
  readonly more: boolean;
  /** Age of the oldest of them; 0 when there is none. */
  readonly seconds: number;
}

/** Events counted at most: whoever is farther behind is in trouble, however much exactly. */
const COUNTED = 500;

/**
 * Counts what a checkpoint has not seen. Positions may be places in a file, so their distance tells nothing: the events
 * themselves are counted, a few hundred at most.
 */
export async function lagBehind(
  { entries }: Pick<EventLog, 'entries'>,
  checkpoint: { readonly position: Position; readonly categories?: readonly string[] },
  now: string,
): Promise<Lag> {
  const { position: after, categories } = checkpoint;
  const { events } = await entries.readAll({ after, limit: COUNTED, ...(categories ? { categories } : {}) });
  const oldest = events[0]?.meta.recordedAt;
  return {
    events: events.length,
    more: events.length === COUNTED,
    seconds: oldest === undefined ? 0 : Math.max(0, (Date.parse(now) - Date.parse(oldest)) / 1000),
  };
}
