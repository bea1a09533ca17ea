export * from './engine.port.ts';
export { createEngine, type EngineOptions } from './engine.ts';
export { StoreUnavailable } from './store-unavailable.ts';
export { deriveId, eventId } from './ids.ts';
export { adjustableClock, systemClock, type AdjustableClock } from './clock.ts';
export { createLiveView, type LiveView, type LiveViewOptions } from './live-view.ts';
export { createFollower, type Batch, type Follower, type FollowerOptions, type Progress } from './follower.ts';
export { type Reaction } from './reactions/reaction.ts';
export { createReactionRunner, type ReactionRunnerOptions } from './reactions/reaction-runner.ts';
export { type ReactionCheckpoints } from './reactions/checkpoints.port.ts';
export { createLeaseholder, type Leaseholder } from './reactions/leaseholder.ts';
export { createMemoryCheckpoints } from './reactions/memory-checkpoints.ts';
export { engineMigrations } from './reactions/migrations.ts';
export { createPostgresCheckpoints } from './reactions/postgres-checkpoints.ts';
export { createIncidentBoard, type Incident, type IncidentBoard } from './reactions/incident-board.ts';
export {
  createIncidentDesk,
  type Asked,
  type IncidentAnswer,
  type IncidentDesk,
  type IncidentDeskOptions,
} from './reactions/incident-desk.ts';
export { allOf, inChunks } from './in-chunks.ts';
export { owedBody, owedMeta, settled } from './owed.ts';
export { stateAt } from './state-at.ts';
