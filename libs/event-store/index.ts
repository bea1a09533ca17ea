export * from './event-store.port.ts';
export { MAX_EVENT_BYTES, MAX_EVENTS_PER_APPEND, UnstorableEventError } from './new-event-check.ts';
