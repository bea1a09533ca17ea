export { startRemindersApp } from './wiring/reminders-app.ts';
export type { RemindersApp, RemindersAppOptions } from './wiring/reminders-app.ts';
export { openMailer, openQueue } from './wiring/open-transports.ts';
