import type { Texts } from '../../shared/texts/vi/index.ts';

interface Room {
  readonly to: string;
  readonly text: keyof Texts['rooms'];
}

/** The rooms of the console, in the order of a day's work. */
export const ROOMS: readonly Room[] = [
  { to: '/', text: 'myWork' },
  { to: '/registrations', text: 'register' },
  { to: '/models', text: 'models' },
  { to: '/decisions', text: 'decisions' },
  { to: '/numbers', text: 'numbers' },
  { to: '/commendations', text: 'commendations' },
  { to: '/reports', text: 'reports' },
  { to: '/audit', text: 'audit' },
  { to: '/inbox', text: 'inbox' },
];
