import { systemClock } from '#engine';
import { UnusableFile } from '#papers';
import { runService } from '#service';
import { rowOutcome } from './imports/import-texts.ts';
import { createPorts } from './wiring/create-ports.ts';
import { createProjections } from './wiring/projections.ts';
import { startImporter } from './importer/importer.ts';
import type { Asked, Told } from './importer/messages.ts';

/** The program that `forkImporter` starts. */
await runService({
  name: 'importer',
  connections: 12,
  start: ({ configuration: config, logger, store, pool }) => {
    const options = { store, pool, config, clock: systemClock };
    const ports = createPorts(options, createProjections(options, undefined));
    const importer = startImporter({ pool, ports, files: ports.files, logger, rowOutcome });
    const tell = (told: Told): void => void process.send?.(told, () => undefined);
    process.on('message', (asked: Asked) => {
      if (asked === 'wake') {
        importer.wake();
        return;
      }
      const { request, ...list } = asked;
      importer.writeReturned(list).then(
        () => tell({ request }),
        (error: unknown) => {
          const isUnusable = error instanceof UnusableFile;
          if (!isUnusable) logger.error({ err: error }, 'a list could not be returned');
          tell({ request, failure: isUnusable ? { vi: error.vi, en: error.en } : 'broken' });
        },
      );
    });
    return Promise.resolve(importer);
  },
});
