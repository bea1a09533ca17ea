import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A mail that was taken. */
export interface Arrival {
  readonly to: string;
  /** Milliseconds of the machine's clock. */
  readonly at: number;
}

/** A mail server in a process of its own, which keeps no mail. */
export interface MailSink {
  readonly url: string;
  /** What arrived since it was last asked. */
  take(): Promise<readonly Arrival[]>;
  stop(): Promise<void>;
}

export async function startMailSink(): Promise<MailSink> {
  const child = fork(fileURLToPath(new URL('./mail-sink.js', import.meta.url)), { execArgv: [] });
  const [port] = (await once(child, 'message')) as [number];
  return {
    url: `smtp://127.0.0.1:${port}`,
    take: async () => {
      child.send('take');
      const [arrivals] = (await once(child, 'message')) as [readonly Arrival[]];
      return arrivals;
    },
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}
