import { randomUUID } from 'node:crypto';
import type { Log } from './log.ts';
import type { ProposedEvent } from './record.ts';

/** What a server writes into its own log. The first record is its epoch, so that position 0 is no event of a user. */
export async function writeFirstRecords(log: Log): Promise<void> {
  if (log.records.length > 0) return;
  await log.append('$epoch-information', 'any', [systemEvent('$epoch-information', { epochNumber: 0 })]);
  await log.append('$scavenges', 'any', [systemEvent('$scavengeIndexInitialized', {})]);
  await writeSystemEvent(log);
}

/** Its statistics, as it writes them now and then. */
export async function writeSystemEvent(log: Log): Promise<void> {
  const statistics = { 'es-writer-lastFlushSize': log.end, 'proc-cpu': 1 };
  await log.append('$stats-127.0.0.1:2113', 'any', [systemEvent('$statsCollected', statistics)]);
}

function systemEvent(type: string, data: object): ProposedEvent {
  const [id, contentType] = [randomUUID(), 'application/json'];
  return { id, type, contentType, data: Buffer.from(JSON.stringify(data)), metadata: Buffer.alloc(0) };
}
