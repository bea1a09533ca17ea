import { openMailer, runService } from '#service';
import { builtConsole } from './console/serve-console.ts';
import { forkImporter } from './importer/fork-importer.ts';
import { createApi } from './wiring/create-api.ts';

await runService({
  name: 'api',
  connections: 20,
  start: async ({ configuration, logger, store, pool }) => {
    const mailer = openMailer(configuration);
    const importer = forkImporter({ pool, logger });
    const app = await createApi({
      store,
      pool,
      logger,
      mailer,
      importer,
      console: builtConsole(import.meta.dirname),
      config: configuration,
    });
    await app.listen(configuration.port, configuration.host);
    return {
      stop: async () => {
        await app.close();
        await mailer?.close();
      },
    };
  },
});
