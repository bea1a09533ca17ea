import type { Values } from './touched.ts';

/** Whose draft, of which command, about which thing. */
export interface DraftKey {
  readonly personId: string;
  readonly about: string;
  readonly command: string;
  /** A form that is open in several tabs has a draft in each: the first, the second … */
  readonly place?: number;
}

export interface Draft {
  /** What was typed, and nothing that the form began with. */
  readonly values: Values;
  /** The revision of the thing on which it was typed; none for a thing that is to be made. */
  readonly revision?: number;
  /** ISO instant at which it was kept. */
  readonly keptAt: string;
  /** The same as long as it is one act: sending it again after no answer does it at most once. */
  readonly commandId: string;
  /** What was sent under it first, when no answer came. */
  readonly sent?: Values;
}

const PREFIX = 'kheo.draft.';

const keyOf = ({ personId, about, command, place = 1 }: DraftKey): string =>
  `${PREFIX}${personId}.${about}.${command}${place === 1 ? '' : `.${String(place)}`}`;

/** Tabs in which the same form can be open at once. */
const PLACES = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

const isKept = (key: DraftKey): boolean => draftOf(key) !== undefined;

/** The places of a form, those with a draft first. */
export const placesOf = (key: DraftKey): readonly DraftKey[] => {
  const places = PLACES.map((place) => ({ ...key, place }));
  return [...places.filter(isKept), ...places.filter((each) => !isKept(each))];
};

/** Whether something was typed there and not sent, in whichever tab. */
export const hasDraft = (key: DraftKey): boolean => placesOf(key).some(isKept);

/** Milliseconds until a place is held elsewhere: a page that is loaded anew may still be on its way out. */
const HELD_MS = 300;

/**
 * Holds a place until then, or until the browser closes the tab. A page that came over plain http from a named server
 * is no secure context and has no locks: there all tabs share the first place.
 *
 * @returns whether it was free
 */
export const holdPlace = (key: DraftKey, until: Promise<undefined>): Promise<boolean> =>
  new Promise((tell) => {
    if (!('locks' in navigator)) {
      tell(true);
      return;
    }
    navigator.locks
      .request(keyOf(key), { signal: AbortSignal.timeout(HELD_MS) }, () => {
        tell(true);
        return until;
      })
      .catch(() => tell(false));
  });

/** What was typed and not sent stays in this browser, for this person alone, until it is sent or thrown away. */
export const keepDraft = (key: DraftKey, draft: Draft): boolean => {
  try {
    localStorage.setItem(keyOf(key), JSON.stringify(draft));
    return true;
  } catch {
    return false; // The browser keeps nothing, or no more.
  }
};

export const draftOf = (key: DraftKey): Draft | undefined => {
  try {
    const kept = localStorage.getItem(keyOf(key));
    return kept === null ? undefined : (JSON.parse(kept) as Draft);
  } catch {
    return undefined;
  }
};

export const throwAwayDraft = (key: DraftKey): void => localStorage.removeItem(keyOf(key));
