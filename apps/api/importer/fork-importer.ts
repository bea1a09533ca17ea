import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { isImportWaiting } from '#imports';
import type { Importer } from './importer.ts';
import { createImporterProcess, type ImporterProcessOptions } from './importer-process.ts';

/** Milliseconds between two looks for an import that another process took in, or left behind. */
const LOOK_MS = 1000;

/**
 * An importer in a process of its own, which is there while there is something to do: a list of thousands of rows
 * neither keeps people waiting nor takes the memory of the api, and a file that breaks its reader breaks only that.
 * Every copy of the api may have one.
 */
export const forkImporter = ({ pool, ...options }: ImporterProcessOptions & { readonly pool: Pool }): Importer => {
  const importer = createImporterProcess(options);
  const stopping = new AbortController();
  let woken = new AbortController();

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      woken = new AbortController();
      try {
        if (await isImportWaiting(pool)) importer.wake();
        else importer.leaveIdle();
      } catch (error) {
        options.logger.warn({ err: error }, 'imports could not be looked for');
      }
      const signal = AbortSignal.any([stopping.signal, woken.signal]);
      await sleep(LOOK_MS, undefined, { signal }).catch(() => undefined);
    }
  };

  const running = run();
  return {
    wake: () => woken.abort(),
    writeReturned: (list) => importer.writeReturned(list),
    async stop() {
      stopping.abort();
      await running;
      await importer.stop();
    },
  };
};
