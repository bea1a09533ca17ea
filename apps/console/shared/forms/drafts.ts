import type { Values } from './touched.ts';

/** Whose draft, of which command, about which thing. */
export interface DraftKey {
  readonly personId: string;
  readonly about: string;
  readonly command: string;
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

const keyOf = ({ personId, about, command }: DraftKey): string => `${PREFIX}${personId}.${about}.${command}`;

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
