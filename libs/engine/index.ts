export * from './engine.port.ts';
export { createEngine, type EngineOptions } from './engine.ts';
export { StoreUnavailable } from './store-unavailable.ts';
export { deriveId, eventId } from './ids.ts';
export { adjustableClock, systemClock, type AdjustableClock } from './clock.ts';
