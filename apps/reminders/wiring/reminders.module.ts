import { Inject, Injectable, Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { startRemindersApp, type RemindersApp, type RemindersAppOptions } from './reminders-app.ts';

const RESOURCES = Symbol('reminders resources');

/** Starts with the module, and ends with queue and mailer; store and pool stay the caller's. */
@Injectable()
class RemindersService implements OnModuleInit, OnApplicationShutdown {
  readonly #resources: RemindersAppOptions;
  #app: RemindersApp | undefined;

  constructor(@Inject(RESOURCES) resources: RemindersAppOptions) {
    this.#resources = resources;
  }

  async onModuleInit(): Promise<void> {
    this.#app = await startRemindersApp(this.#resources);
  }

  async onApplicationShutdown(): Promise<void> {
    const { queue, mailer } = this.#resources;
    await this.#app?.stop();
    await queue.close();
    await mailer?.close();
  }
}

@Module({})
export class RemindersModule {
  static on(resources: RemindersAppOptions): DynamicModule {
    return { module: RemindersModule, providers: [{ provide: RESOURCES, useValue: resources }, RemindersService] };
  }
}
