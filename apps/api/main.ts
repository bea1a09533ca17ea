import { runService } from '#service';
import { createApi } from './wiring/create-api.ts';

await runService({
  name: 'api',
  connections: 20,
  start: async ({ configuration, logger, store, pool }) => {
    const app = await createApi({ store, pool, logger, config: configuration });
    await app.listen(configuration.port, configuration.host);
    return { stop: () => app.close() };
  },
});
