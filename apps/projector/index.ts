export { startProjectorApp } from './wiring/projector-app.ts';
export type { ProjectorApp, ProjectorAppOptions } from './wiring/projector-app.ts';
