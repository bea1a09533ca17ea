import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { startProjectorApp } from './projector-app.ts';
import type { ProjectorApp, ProjectorAppOptions } from './projector-app.ts';

/** Injection token of what the projector runs on. */
export const PROJECTOR_OPTIONS = Symbol('projector options');

/** Starts with the module and ends with it; store and pools stay the caller's. */
@Injectable()
export class ProjectorService implements OnModuleInit, OnApplicationShutdown {
  readonly #options: ProjectorAppOptions;
  #app: ProjectorApp | undefined;

  constructor(@Inject(PROJECTOR_OPTIONS) options: ProjectorAppOptions) {
    this.#options = options;
  }

  get app(): ProjectorApp {
    if (!this.#app) throw new Error('the projector has not started');
    return this.#app;
  }

  async onModuleInit(): Promise<void> {
    this.#app = await startProjectorApp(this.#options);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#app?.stop();
  }
}
