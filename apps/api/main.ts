import { join } from 'node:path';
import { openMailer, runService } from '#service';
import { forkImporter } from './importer/fork-importer.ts';
import { createApi } from './wiring/create-api.ts';

/** Where the build puts it, beside this program. */
const CONSOLE = join(import.meta.dirname, '../console');

await runService({
  name: 'api',
  connections: 20,
  start: async ({ configuration, logger, store, pool }) => {
    const mailer = openMailer(configuration);
    const importer = forkImporter({ pool, logger });
    const app = await createApi({ store, pool, logger, mailer, importer, console: CONSOLE, config: configuration });
    await app.listen(configuration.port, configuration.host);
    return {
      stop: async () => {
        await app.close();
        await mailer?.close();
      },
    };
  },
});
