export { startRemindersApp } from './wiring/reminders-app.ts';
export type { RemindersApp, RemindersAppOptions } from './wiring/reminders-app.ts';
export { openQueue } from './wiring/open-queue.ts';
