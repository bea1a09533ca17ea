import { useEffect, useRef, useState } from 'react';
import { newId } from '../api/new-id.ts';
import { draftOf, keepDraft, throwAwayDraft, type Draft, type DraftKey } from './drafts.ts';
import type { Values } from './touched.ts';

/** Milliseconds without a key before what was typed is kept. */
const PAUSE_MS = 400;

/** What was typed and not sent, kept while one types; what was found of an earlier time. */
export const useDraft = (key: DraftKey) => {
  const [found, setFound] = useState<Draft | undefined>(() => draftOf(key));
  // Asked while a page is left, when nothing has been drawn again since.
  const dirty = useRef(false);
  const [kept, setKept] = useState(false);
  const draft = useRef<Omit<Draft, 'keptAt'>>(found ?? { values: {}, commandId: newId() });
  const timer = useRef<number>(undefined);

  const write = (): void => setKept(keepDraft(key, { ...draft.current, keptAt: new Date().toISOString() }));
  const flush = (): void => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    write();
  };

  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => window.removeEventListener('pagehide', flush);
  });

  const discard = (): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
    throwAwayDraft(key);
    setFound(undefined);
    dirty.current = false;
    setKept(false);
  };

  return {
    found,
    /** What is typed now, on top of which revision. */
    keep: (values: Values, revision?: number): void => {
      if (Object.keys(values).length === 0) {
        discard();
        return;
      }
      dirty.current = true;
      setKept(false);
      const { commandId, sent } = draft.current;
      draft.current = { values, commandId, ...(sent && { sent }), ...(revision !== undefined && { revision }) };
      clearTimeout(timer.current);
      timer.current = window.setTimeout(flush, PAUSE_MS);
    },
    flush,
    isDirty: () => dirty.current,
    kept: () => kept,
    commandId: () => draft.current.commandId,
    /** What was sent under the id of the command, should no answer come: sent again as it was, it is done at most once. */
    sending: (body: Values): void => {
      draft.current = { sent: body, ...draft.current };
      if (dirty.current || found) write();
    },
    sent: () => draft.current.sent,
    /** What was refused was not done, or what was sent is done: what is sent next is another command, on top of that. */
    newCommand: (revision = draft.current.revision) => {
      const { sent: _, ...rest } = draft.current;
      draft.current = { ...rest, commandId: newId(), ...(revision !== undefined && { revision }) };
      if (dirty.current || found) write();
    },
    discard,
  };
};
