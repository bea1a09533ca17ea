import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Many consumers in one process of their own. */
export interface Consumers {
  /** Resolves once each of them has got the event with this id. */
  until(id: number): Promise<void>;
  stop(): Promise<void>;
}

/** Opens so many streams; resolves once each has got its first bytes. */
export async function openConsumers(url: string, headers: Record<string, string>, count: number): Promise<Consumers> {
  const program = fileURLToPath(new URL('./consumers-process.js', import.meta.url));
  const child = fork(program, [url, JSON.stringify(headers), String(count)]);
  await once(child, 'message');
  return {
    until: async (id) => {
      child.send(id);
      await once(child, 'message');
    },
    stop: async () => {
      child.kill('SIGKILL');
    },
  };
}
