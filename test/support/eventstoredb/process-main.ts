import type { Answer, Question } from './process-channel.ts';
import type { EventStoreDbOptions } from './options.ts';
import { startEventStoreDb } from './start.ts';

/**
 * The stand-in in a process of its own: started with an IPC channel and its options as JSON. Says first where it
 * listens, then answers what it is asked. Ends when its parent does.
 */
const db = await startEventStoreDb(JSON.parse(process.argv[2] ?? '{}') as EventStoreDbOptions);

process.on('message', (question: Question) => void answer(question));
process.on('disconnect', () => process.exit());
say({ id: 0, result: { url: db.url, nodes: db.nodes } });

async function answer({ id, method, args }: Question): Promise<void> {
  try {
    say({ id, result: await perform(method, args) });
  } catch (error) {
    say({ id, error: String(error) });
  }
}

async function perform(method: Question['method'], args: Question['args']): Promise<unknown> {
  if (method === 'leading') return db.leading();
  if (method === 'stop') return db.stop();
  if (method === 'writeSystemEvent') return db.writeSystemEvent();
  return (db.faults[method] as (...args: unknown[]) => Promise<void>)(...args);
}

function say(message: Answer): void {
  process.send?.(message);
}
