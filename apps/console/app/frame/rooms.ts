import { useOwnActions, type OwnAction } from '../../shared/actions/own.ts';
import type { Texts } from '../../shared/texts/vi/index.ts';

interface Room {
  readonly to: string;
  readonly text: keyof Texts['rooms'];
  /** After `g`, the key that leads there. */
  readonly letter?: string;
  /** For those only whom the api lets in. */
  readonly reading?: OwnAction;
}

/** In the order of a day's work. */
const ROOMS: readonly Room[] = [
  { to: '/', text: 'myWork', letter: 'h' },
  { to: '/registrations', text: 'register', letter: 'r' },
  { to: '/models', text: 'models', letter: 'm' },
  { to: '/decisions', text: 'decisions', letter: 'd' },
  { to: '/numbers', text: 'numbers', letter: 'n' },
  { to: '/commendations', text: 'commendations', letter: 'c' },
  { to: '/reports', text: 'reports', letter: 'b' },
  { to: '/audit', text: 'audit', letter: 'a', reading: 'ReadAudit' },
  { to: '/inbox', text: 'inbox', letter: 'i' },
  { to: '/account', text: 'account' },
];

/** The rooms of the console that are open to who sits here. */
export const useRooms = (): readonly Room[] => {
  const { data } = useOwnActions();
  return ROOMS.filter(({ reading }) => reading === undefined || data?.[reading].allowed === true);
};
