import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FAULTS, type EventStoreDbFaults } from './faults.ts';
import type { Endpoint, EventStoreDbOptions } from './options.ts';
import { end, ProcessChannel } from './process-channel.ts';
import type { TestEventStoreDb } from './start.ts';

/** The stand-in in a process of its own, with its log on disk. Faults are forgotten when it ends. */
export interface TestEventStoreDbProcess extends TestEventStoreDb {
  readonly pid: number;
  /** Where its log is. */
  readonly directory: string;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Starts it again on the same ports and log, killing it first when it runs. */
  restart(): Promise<void>;
  /** SIGSTOP: connections stay open, and nothing comes. */
  pause(): void;
  /** SIGCONT. */
  resume(): void;
}

type Options = Omit<EventStoreDbOptions, 'now'>;

interface Running {
  readonly child: ChildProcess;
  readonly channel: ProcessChannel;
  readonly place: { readonly url: string; readonly nodes: readonly Endpoint[] };
}

/** This file runs from its source and from `dist`; so does the program. */
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const program = fileURLToPath(new URL(`process-main.${extension}`, import.meta.url));
const flags = extension === 'ts' ? ['--conditions=source', '--no-warnings'] : [];

/** Without a `directory` it takes a temporary one, and removes it with `stop`. */
export async function startEventStoreDbProcess(options: Options = {}): Promise<TestEventStoreDbProcess> {
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), 'kheo-eventstoredb-')));
  let running = await launch({ ...options, directory });
  const { url, nodes } = running.place;
  const ports = nodes.map(({ port }) => port);
  return {
    url,
    nodes,
    directory,
    get pid() {
      return running.child.pid ?? -1;
    },
    faults: faultsOver(() => running.channel),
    leading: async () => (await running.channel.ask('leading')) as number,
    writeSystemEvent: async () => {
      await running.channel.ask('writeSystemEvent');
    },
    kill: () => end(running.child, 'SIGKILL'),
    restart: async () => {
      await end(running.child, 'SIGKILL');
      running = await launch({ ...options, directory, ports });
    },
    pause: () => void running.child.kill('SIGSTOP'),
    resume: () => void running.child.kill('SIGCONT'),
    stop: async () => {
      await end(running.child, 'SIGKILL');
      if (options.directory === undefined) await rm(directory, { recursive: true, force: true });
    },
  };
}

async function launch(options: Options): Promise<Running> {
  const args = [...flags, program, JSON.stringify(options)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const channel = new ProcessChannel(child);
  return { child, channel, place: (await channel.greeting()) as Running['place'] };
}

function faultsOver(channel: () => ProcessChannel): EventStoreDbFaults {
  const entries = FAULTS.map((name) => [name, (...args: unknown[]) => channel().ask(name, args)]);
  return Object.fromEntries(entries) as EventStoreDbFaults;
}
