import { randomUUID } from 'node:crypto';
import { newEvent, newStream } from '#event-store/contract';
import { Client } from 'pg';
import { pause } from './seed.ts';

/**
 * A writer in its own transaction: appends through the log's own function, lingers, then commits, or rolls back one time
 * in five. Goes on until told to stop.
 */
export async function writeSlowly(url: string, random: () => number, stopped: () => boolean): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  while (!stopped()) {
    await client.query('BEGIN');
    await client.query('SELECT * FROM kheo_log.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', oneAppend(random));
    await pause(random() * 3);
    await client.query(random() < 0.2 ? 'ROLLBACK' : 'COMMIT');
    await pause(random() * 10);
  }
  await client.end();
}

/** One append of one to three events to a new stream, as columns joined by line feeds. */
function oneAppend(random: () => number): string[] {
  const events = Array.from({ length: 1 + Math.floor(random() * 3) }, () => newEvent());
  const column = (value: (event: (typeof events)[number], index: number) => string | number) =>
    events.map(value).join('\n');
  return [
    newStream(),
    '-1',
    column(() => 1),
    column((_, index) => index + 1),
    column(() => randomUUID()),
    column((event) => event.type),
    column((event) => event.version),
    column((event) => JSON.stringify(event.data)),
    column((event) => JSON.stringify(event.meta)),
    column((event) => event.meta.recordedAt),
  ];
}
