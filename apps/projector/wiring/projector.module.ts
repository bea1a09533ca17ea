import { Inject, Injectable, Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import type { EventStore } from '#event-store';
import type { Pool } from 'pg';
import { startProjectorApp } from './projector-app.ts';
import type { ProjectorApp, ProjectorAppOptions } from './projector-app.ts';

/** What the projector runs on, and what it must close when it ends. */
export interface ProjectorResources extends ProjectorAppOptions {
  readonly store: EventStore;
  readonly pools: { readonly readModels: Pool };
}

const RESOURCES = Symbol('projector resources');

/** Starts with the module and ends before its resources are closed. */
@Injectable()
class ProjectorService implements OnModuleInit, OnApplicationShutdown {
  readonly #resources: ProjectorResources;
  #app: ProjectorApp | undefined;

  constructor(@Inject(RESOURCES) resources: ProjectorResources) {
    this.#resources = resources;
  }

  async onModuleInit(): Promise<void> {
    this.#app = await startProjectorApp(this.#resources);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#app?.stop();
    await this.#resources.pools.readModels.end();
    await this.#resources.store.close();
  }
}

@Module({})
export class ProjectorModule {
  static on(resources: ProjectorResources): DynamicModule {
    return { module: ProjectorModule, providers: [{ provide: RESOURCES, useValue: resources }, ProjectorService] };
  }
}
