import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

/** `examples/consumer`, run as its users run it. */
const PROGRAM = join(import.meta.dirname, '../../examples/consumer/main.mjs');

export interface ConsumerSettings {
  readonly url: string;
  readonly apiKey: string;
  /** The SQLite file. */
  readonly file: string;
}

export interface ConsumerProcess {
  /** Everything said so far. */
  said(): string;
  /** Ends it with that signal; answers its exit code, null when it was killed. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
  readonly ended: Promise<number | null>;
}

/** A row of its table. */
export interface RecognizedModel {
  readonly registration_id: string;
  readonly model_name: string;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly decision_number: string;
  readonly decided_on: string;
  readonly status: 'recognized' | 'revoked';
  readonly position: number;
}

/** Starts the example consumer in a process of its own. */
export function startConsumer({ url, apiKey, file }: ConsumerSettings): ConsumerProcess {
  const child = spawn(process.execPath, ['--no-warnings', PROGRAM], {
    env: { ...process.env, KHEO_URL: url, KHEO_API_KEY: apiKey, KHEO_FILE: file },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    said: () => output,
    ended,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

const withTable = <T>(file: string, work: (db: DatabaseSync) => T): T => {
  const db = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  try {
    return work(db);
  } finally {
    db.close();
  }
};

/** Its table as it stands, by registration. */
export const tableOf = (file: string): RecognizedModel[] =>
  withTable(file, (db) =>
    (db.prepare('SELECT * FROM recognized_models ORDER BY registration_id').all() as unknown as RecognizedModel[]).map(
      (row) => ({ ...row }),
    ),
  );

/** How far its table reaches; 0 before it made one. */
function reachedBy(file: string): number {
  try {
    return withTable(file, (db) => Number(db.prepare('SELECT position FROM checkpoint').get()?.['position'] ?? 0));
  } catch {
    return 0; // not made yet
  }
}

/** Waits until its table reaches a position of the log. */
export async function untilReached(file: string, position: number, consumer: ConsumerProcess): Promise<void> {
  let ended = false;
  void consumer.ended.then(() => (ended = true));
  while (reachedBy(file) < position) {
    if (ended) throw new Error(`the consumer ended:\n${consumer.said()}`);
    await sleep(20);
  }
}
