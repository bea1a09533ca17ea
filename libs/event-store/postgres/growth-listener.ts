import { Client, type ClientConfig } from 'pg';
import type { Listening, StopListening } from '../growth-watch.ts';

/** Hears of each append by LISTEN/NOTIFY, on a connection of its own. Rejects when there is none to be had. */
export async function listenForGrowth(connection: ClientConfig, { reached, lost }: Listening): Promise<StopListening> {
  const client = new Client(connection);
  client.on('error', lost).on('end', lost);
  client.on('notification', ({ payload }) => reached(Number(payload)));
  const stop = () => client.end().catch(() => undefined);
  try {
    await client.connect();
    await client.query('LISTEN kheo_log');
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
