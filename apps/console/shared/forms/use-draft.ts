import { useEffect, useRef, useState } from 'react';
import { draftOf, keepDraft, throwAwayDraft, type Draft, type DraftKey } from './drafts.ts';

/** Milliseconds without a key before what was typed is kept. */
const PAUSE_MS = 400;

/** What was typed and not sent, kept while one types; what was found of an earlier time. */
export const useDraft = (key: DraftKey) => {
  const [found, setFound] = useState<Draft | undefined>(() => draftOf(key));
  // Asked while a page is left, when nothing has been drawn again since.
  const dirty = useRef(false);
  const [kept, setKept] = useState(false);
  const command = useRef(found?.commandId ?? crypto.randomUUID());
  const waiting = useRef<{ readonly timer: number; readonly write: () => void }>(undefined);

  const flush = (): void => {
    const last = waiting.current;
    if (last === undefined) return;
    clearTimeout(last.timer);
    waiting.current = undefined;
    last.write();
  };

  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => window.removeEventListener('pagehide', flush);
  }, []);

  const keep = (values: Readonly<Record<string, unknown>>): void => {
    dirty.current = true;
    setKept(false);
    if (waiting.current) clearTimeout(waiting.current.timer);
    const write = (): void =>
      setKept(keepDraft(key, { values, keptAt: new Date().toISOString(), commandId: command.current }));
    waiting.current = { timer: window.setTimeout(flush, PAUSE_MS), write };
  };

  return {
    found,
    keep,
    flush,
    isDirty: () => dirty.current,
    kept: () => kept,
    commandId: () => command.current,
    /** What was refused was not done: what is sent next is another command. */
    newCommand: () => {
      command.current = crypto.randomUUID();
    },
    discard: () => {
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = undefined;
      throwAwayDraft(key);
      setFound(undefined);
      dirty.current = false;
      setKept(false);
    },
  };
};
