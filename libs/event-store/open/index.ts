export { logLocation, openEventStore, type LogLocation, type OpenOptions } from './open-event-store.ts';
