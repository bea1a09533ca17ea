/** Whose draft, of which command, about which thing. */
export interface DraftKey {
  readonly personId: string;
  readonly about: string;
  readonly command: string;
}

export interface Draft {
  readonly values: Readonly<Record<string, unknown>>;
  /** ISO instant at which it was kept. */
  readonly keptAt: string;
  /** The same as long as it is one act: sending it again after no answer does it at most once. */
  readonly commandId: string;
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
