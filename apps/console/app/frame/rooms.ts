import type { Texts } from '../../shared/texts/vi/index.ts';

interface Room {
  readonly to: string;
  readonly text: keyof Texts['rooms'];
  /** After `g`, the key that leads there. */
  readonly letter?: string;
}

/** The rooms of the console, in the order of a day's work. */
export const ROOMS: readonly Room[] = [
  { to: '/', text: 'myWork', letter: 'h' },
  { to: '/registrations', text: 'register', letter: 'r' },
  { to: '/models', text: 'models', letter: 'm' },
  { to: '/decisions', text: 'decisions', letter: 'd' },
  { to: '/numbers', text: 'numbers', letter: 'n' },
  { to: '/commendations', text: 'commendations', letter: 'c' },
  { to: '/reports', text: 'reports', letter: 'b' },
  { to: '/audit', text: 'audit', letter: 'a' },
  { to: '/inbox', text: 'inbox', letter: 'i' },
  { to: '/account', text: 'account' },
];
