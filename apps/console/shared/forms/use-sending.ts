import { useQueryClient } from '@tanstack/react-query';
import type { FormInstance } from 'antd';
import { useState } from 'react';
import { failureOf, isProblem, isRefusedAs, type Failure } from '../api/failure.ts';
import type { CommandAnswer } from '../api/generated/types.gen.ts';
import { useTexts } from '../texts/i18n.ts';
import { bodyOf } from './body.ts';
import { atFields, faultsOf, shownIn, type Fault } from './faults.ts';
import type { CommandForm } from './form.ts';
import type { useDraft } from './use-draft.ts';

interface Given<Subject> {
  readonly form: CommandForm<Subject>;
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
 * meanwhile. Without an answer the same command is sent again; what was refused was not done, and the next is another.
 */
export const useSending = <Subject>({ form, fields, draft, id, revision, tellsChanges, onDone }: Given<Subject>) => {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [sending, setSending] = useState(false);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const [seen, setSeen] = useState(revision);
  const [stale, setStale] = useState(false);

  const refused = (why: Failure): void => {
    if (isProblem(why) && why.status < 500) draft.newCommand();
    if (tellsChanges && isRefusedAs(why, 'stale-revision')) {
      setStale(true);
      return;
    }
    const named = isProblem(why) ? faultsOf(why, shownIn(fields), t) : [];
    fields.setFields(atFields(named));
    setFaults(named);
    setFailure(why);
  };

  const send = async (): Promise<CommandAnswer | undefined> => {
    setSending(true);
    setFailure(undefined);
    setFaults([]);
    try {
      const { data } = await form.send({
        path: { id },
        body: bodyOf(fields.getFieldsValue(true) as Record<string, unknown>) as never,
        headers: { 'Idempotency-Key': draft.commandId(), ...(seen === undefined ? {} : { 'If-Match': `"${seen}"` }) },
        throwOnError: true,
      });
      draft.discard();
      return data;
    } catch (thrown) {
      refused(failureOf(thrown));
      return undefined;
    } finally {
      setSending(false);
    }
  };

  /** What comes after it is outside: a fault of the page's own is none of the command. */
  const sendAndGoOn = async (): Promise<void> => {
    const answer = await send();
    if (answer === undefined) return;
    await queries.invalidateQueries();
    onDone(answer);
  };

  const goOnFrom = (latest: number): void => {
    setSeen(latest);
    setStale(false);
  };

  /** What was found before anything was sent. */
  const lacking = (found: readonly Fault[]): void => {
    setFailure(undefined);
    setFaults(found);
  };

  const trace = isProblem(failure) ? failure.traceId : undefined;
  return { send: sendAndGoOn, sending, faults, lacking, failure, trace, stale, seen, goOnFrom };
};
