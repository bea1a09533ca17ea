import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { ProjectorAppOptions } from './projector-app.ts';
import { PROJECTOR_OPTIONS, ProjectorService } from './projector.service.ts';

@Module({})
export class ProjectorModule {
  static on(options: ProjectorAppOptions): DynamicModule {
    return {
      module: ProjectorModule,
      providers: [{ provide: PROJECTOR_OPTIONS, useValue: options }, ProjectorService],
    };
  }
}
