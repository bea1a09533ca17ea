export { startProjectorApp } from './wiring/projector-app.ts';
export type { ProjectorApp } from './wiring/projector-app.ts';
