import { useQueryClient } from '@tanstack/react-query';
import type { FormInstance } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { failureOf, isAnotherPersonHere, isProblem, isRefusedAs, isSignedOut, type Failure } from '../api/failure.ts';
import type { CommandAnswer } from '../api/generated/types.gen.ts';
import { newId } from '../api/new-id.ts';
import { announce } from '../page/announce.tsx';
import { useTexts } from '../texts/i18n.ts';
import { bodyOf } from './body.ts';
import { atFields, faultsOf, shownIn, type Fault } from './faults.ts';
import type { CommandForm } from './form.ts';
import { givingOf, seenIs } from './giving.ts';
import type { Values } from './touched.ts';
import type { useDraft } from './use-draft.ts';
import { useOtherLanguage } from './use-other-language.ts';

interface Given<Subject> {
  readonly form: CommandForm<Subject>;
  /** What is done by it, as its button says it. */
  readonly act: string;
  readonly fields: FormInstance<Record<string, unknown>>;
  readonly draft: ReturnType<typeof useDraft>;
  readonly id: string;
  /** The revision that the person has seen; none for a thing that is to be made. */
  readonly revision: number | undefined;
  /** Whether what others did since can be shown. */
  readonly tellsChanges: boolean;
  readonly onDone: (answer: CommandAnswer) => void;
}

/**
 * Sends a command, and says what came of it: done, faults of fields, a failure of the whole, or that somebody else acted
 * meanwhile, also since a draft was kept. Without an answer the same command is sent again; what was refused was not
 * done, and the next is another.
 */
export const useSending = <Subject>({ form, act, fields, draft, id, tellsChanges, onDone, ...of }: Given<Subject>) => {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [state, setState] = useState<'TYPING' | 'SENDING' | 'SENT'>('TYPING');
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const begunOn = draft.found?.revision ?? of.revision;
  const [seen, setSeen] = useState(begunOn);
  const [stale, setStale] = useState(tellsChanges && begunOn !== of.revision);
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => void (left.current = true);
  }, []);

  const tell = (why: Failure): void => {
    // Who is to sign in is told so above the page; back again it is no longer true.
    if (isSignedOut(why) || isAnotherPersonHere(why)) return;
    if (tellsChanges && isRefusedAs(why, 'stale-revision')) {
      setStale(true);
      void queries.invalidateQueries();
      return;
    }
    const named = isProblem(why) ? faultsOf(why, shownIn(fields), t) : [];
    fields.setFields(atFields(named));
    setFaults(named);
    setFailure(why);
  };
  const refused = (why: Failure): void => {
    const wasDone = isRefusedAs(why, 'idempotency-key-reused');
    if (isProblem(why) && why.status < 500 && !wasDone) draft.newCommand();
    // Whether it can be given once more is told by how things stand now.
    if (wasDone) void queries.invalidateQueries();
    tell(why);
  };

  const attempt = async (giving: () => Promise<CommandAnswer>): Promise<CommandAnswer | undefined> => {
    setState('SENDING');
    setFailure(undefined);
    setFaults([]);
    try {
      const answer = await giving();
      setState('SENT');
      return answer;
    } catch (thrown) {
      refused(failureOf(thrown));
      setState('TYPING');
      return undefined;
    }
  };

  /** What comes after it is outside: a fault of the page's own is none of the command. */
  const goOnAfter = async (giving: () => Promise<CommandAnswer>): Promise<void> => {
    const answer = await attempt(giving);
    if (answer === undefined) return;
    await queries.invalidateQueries();
    // Whoever has gone elsewhere meanwhile stays there.
    if (left.current) announce(t('forms.done', { command: act }));
    else onDone(answer);
  };

  const typed = (): Values => bodyOf(fields.getFieldsValue(true) as Record<string, unknown>);
  const giving = givingOf({ form, id, draft, seen, typed });
  /** Sent before, done, and its answer lost: sent again as it was, it tells what was made. */
  const sentBefore = failure && isRefusedAs(failure, 'idempotency-key-reused') ? draft.sent() : undefined;

  /** The api tells why in one language: it is asked again, and nothing is done. */
  const tellAgain = async (): Promise<void> => {
    const trial = { 'Idempotency-Key': newId(), 'X-Kheo-Dry-Run': 'true', ...seenIs(seen) } as const;
    try {
      await form.send({ path: { id }, body: typed() as never, headers: trial, throwOnError: true });
      fields.setFields(atFields(faults).map(({ name }) => ({ name, errors: [] })));
      setFaults([]);
      setFailure(undefined);
    } catch (thrown) {
      const why = failureOf(thrown);
      if (isProblem(why)) tell(why);
    }
  };
  useOtherLanguage(() => {
    if (isProblem(failure) && sentBefore === undefined) void tellAgain();
  });

  return {
    send: () => goOnAfter(() => giving.typed(seen)),
    sentBefore: sentBefore && {
      open: () => goOnAfter(() => giving.sent(sentBefore)),
      sendAnew: () => goOnAfter(() => giving.anew(sentBefore, setSeen)),
    },
    state,
    faults,
    /** What was found before anything was sent. */
    lacking: (found: readonly Fault[]): void => {
      setFailure(undefined);
      setFaults(found);
    },
    /** What stood in these fields is no longer there. */
    typedIn: (changed: Values): void => {
      const past = faults.filter(({ path }) => path.length > 0 && isIn(changed, path));
      if (past.length === 0) return;
      fields.setFields(atFields(past).map(({ name }) => ({ name, errors: [] })));
      const rest = faults.filter((fault) => !past.includes(fault));
      setFaults(rest);
      if (rest.length === 0) setFailure(undefined);
    },
    failure,
    trace: isProblem(failure) ? failure.traceId : undefined,
    stale,
    seen,
    goOnFrom: (latest: number | undefined): void => {
      setSeen(latest);
      setStale(false);
    },
  };
};

/** Whether a path leads to something of what was changed. */
const isIn = (changed: unknown, [first, ...rest]: Fault['path']): boolean => {
  if (first === undefined || typeof changed !== 'object' || changed === null) return true;
  return first in changed && isIn((changed as Record<string | number, unknown>)[first], rest);
};
