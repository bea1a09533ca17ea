import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { ReturnedList } from './importer.ts';
import type { Asked, Told } from './messages.ts';
import { createRequests, errorOf } from './requests.ts';

/** The process of an importer, started when it is first needed and again when it is needed after its end. */
export interface ImporterProcess {
  /** Lets it look for imports; starts it, unless it broke down a moment ago. */
  wake(): void;
  /** Once more where the process ended meanwhile. @throws UnusableFile */
  writeReturned(list: ReturnedList): Promise<void>;
  /** Ends it when nothing was asked of it for a while. */
  leaveIdle(): void;
  /** It ends what is at hand. */
  stop(): Promise<void>;
}

export interface ImporterProcessOptions {
  readonly logger: Logger;
  /** What the importer is configured with, before the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** The importer's own unless told. */
  readonly program?: string;
  /** Milliseconds with nothing to do after which the importer is ended; 30,000 unless told. */
  readonly idleMs?: number;
  /** Milliseconds until an importer that broke down looks for imports again; 5,000 unless told. */
  readonly againMs?: number;
}

/**
 * V8 is told to tidy up early: an import makes garbage faster than anything else here does, and left to itself V8 lets
 * hundreds of MiB of it lie.
 */
const SMALL_HEAP = ['--max-semi-space-size=8', '--heap-growing-percent=20'];

const PROGRAM = fileURLToPath(new URL(`../importer-main${extname(import.meta.url)}`, import.meta.url));

export const createImporterProcess = (options: ImporterProcessOptions): ImporterProcess => {
  const { logger, env, program = PROGRAM, idleMs = 30_000, againMs = 5000 } = options;
  const requests = createRequests();
  let child: ChildProcess | undefined;
  let brokeAt = -Infinity;
  let neededAt = 0;

  const gone = (code: number | null, signal: NodeJS.Signals | null): void => {
    child = undefined;
    requests.answerGone();
    if (code === 0) return;
    brokeAt = performance.now();
    logger.error({ code, signal }, 'the importer broke down');
  };

  const start = (): ChildProcess => {
    const settings = { ...process.env, KHEO_LOG_LEVEL: logger.level, ...env };
    const started = fork(program, { execArgv: [...process.execArgv, ...SMALL_HEAP], env: settings });
    started.on('message', requests.answer);
    started.on('error', (error) => {
      logger.error({ err: error }, 'the importer cannot be reached');
      if (started.pid === undefined) gone(null, null);
    });
    started.once('exit', gone);
    return started;
  };

  const ask = (asked: Asked): void => {
    neededAt = performance.now();
    child ??= start();
    child.send(asked, () => undefined);
  };

  const written = async (list: ReturnedList): Promise<Told['failure']> => {
    await left();
    return requests.make((request) => ask({ ...list, request }));
  };

  const leave = (): void => {
    if (child?.connected === true) child.disconnect();
  };

  /** Waits for one that is on its way out. */
  const left = async (): Promise<void> => {
    while (child?.connected === false) await once(child, 'exit');
  };

  return {
    wake() {
      if (child?.connected !== false && performance.now() - brokeAt > againMs) ask('wake');
    },
    async writeReturned(list) {
      const first = await written(list);
      const failure = first === 'gone' ? await written(list) : first;
      if (failure !== undefined) throw errorOf(failure);
    },
    leaveIdle() {
      if (requests.areOver() && performance.now() - neededAt > idleMs) leave();
    },
    async stop() {
      leave();
      await left();
    },
  };
};
