import { openConnection } from '#postgres';
import type { Listening, StopListening } from '../growth-watch.ts';

/** Hears of each append by LISTEN/NOTIFY, on a connection of its own. Rejects when there is none to be had. */
export async function listenForGrowth(url: string, { reached, lost }: Listening): Promise<StopListening> {
  const client = await openConnection(url, { name: 'kheo event store', onLost: lost });
  client.on('notification', ({ payload }) => reached(Number(payload)));
  const stop = () => client.end().catch(() => undefined);
  try {
    await client.query('LISTEN kheo_log');
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
