import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { systemClock } from '#engine';
import { openHealthServer, runService } from '#service';
import { ProjectorModule } from './wiring/projector.module.ts';
import { ProjectorService } from './wiring/projector.service.ts';
import { createReadiness } from './wiring/readiness.ts';

await runService({
  name: 'projector',
  connections: 12,
  start: async ({ configuration, logger, store, pool }) => {
    const { webhookTargets } = configuration;
    const options = { store, pools: { readModels: pool }, clock: systemClock, logger, webhookTargets };
    const module = ProjectorModule.on(options);
    const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
    const readiness = createReadiness({ store, pool, clock: systemClock, logger, app: app.get(ProjectorService).app });
    const { healthHost: host, healthPort: port } = configuration;
    const health = await openHealthServer({ host, port, ...readiness });
    logger.info({ port: health.port }, 'tells how it is');
    return {
      stop: async () => {
        await health.close();
        await app.close();
      },
    };
  },
});
