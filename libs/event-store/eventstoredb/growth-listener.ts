import { END, excludeSystemEvents, type EventStoreDBClient, type ResolvedEvent } from '@eventstore/db-client';
import type { Listening, StopListening } from '../growth-watch.ts';
import { NoAnswerError } from './errors.ts';
import { toPosition } from './records.ts';

/**
 * Hears of each event by the one subscription to `$all` that a process keeps, from the end of the log on, without the
 * server's own records. Rejects when it is not confirmed within `deadlineMs`.
 */
export function listenForGrowth(
  client: EventStoreDBClient,
  deadlineMs: number,
  { reached, lost }: Listening,
): Promise<StopListening> {
  const filter = { ...excludeSystemEvents(), checkpointInterval: 32 };
  const subscription = client.subscribeToAll({ fromPosition: END, filter, requiresLeader: true });
  const stop = () => subscription.unsubscribe().catch(() => undefined);
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new NoAnswerError('a subscription', deadlineMs));
      void stop();
    }, deadlineMs);
    const over = (error?: Error) => {
      clearTimeout(late);
      reject(error ?? new Error('the subscription ended'));
      lost();
    };
    subscription.on('error', over).on('end', () => over());
    subscription.on('data', ({ event }: ResolvedEvent) => {
      if (event?.position) reached(toPosition(event.position.commit));
    });
    subscription.on('confirmation', () => {
      clearTimeout(late);
      resolve(stop);
    });
  });
}
