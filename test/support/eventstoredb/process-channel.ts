import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { EventStoreDbFaults } from './faults.ts';

/** What the test asks the process; the answer carries the same id. */
export interface Question {
  readonly id: number;
  readonly method: keyof EventStoreDbFaults | 'leading' | 'stop' | 'writeSystemEvent';
  readonly args: readonly unknown[];
}

export interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: string;
}

const GONE = 'the process of EventStoreDB has ended';

/** Questions and answers over the IPC channel of a child process. A process that dies leaves its questions refused. */
export class ProcessChannel {
  private readonly child: ChildProcess;
  private readonly open = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  private last = 0;

  constructor(child: ChildProcess) {
    this.child = child;
    child.on('message', (answer: Answer) => this.take(answer));
    child.once('exit', () => {
      for (const { reject } of this.open.values()) reject(new Error(GONE));
      this.open.clear();
    });
  }

  /** Its first words. */
  async greeting(): Promise<unknown> {
    return this.expect(0);
  }

  async ask(method: Question['method'], args: readonly unknown[] = []): Promise<unknown> {
    if (!this.child.connected) throw new Error(GONE);
    this.last += 1;
    const answer = this.expect(this.last);
    this.child.send({ id: this.last, method, args } satisfies Question);
    return answer;
  }

  private expect(id: number): Promise<unknown> {
    return new Promise((resolve, reject) => this.open.set(id, { resolve, reject }));
  }

  private take({ id, result, error }: Answer): void {
    const waiting = this.open.get(id);
    this.open.delete(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(error));
  }
}

/** Sends a signal that ends it, and waits until it is gone. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
