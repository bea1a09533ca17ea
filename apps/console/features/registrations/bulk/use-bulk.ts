import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { failureOf, isProblem, type Failure } from '../../../shared/api/client.ts';
import { bodyOf } from '../../../shared/forms/body.ts';
import type { CommandForm } from '../../../shared/forms/form.ts';
import type { Many } from './bulk-forms.ts';

/** What became of one of many. */
export type Outcome = { readonly done: true } | { readonly done: false; readonly why: string };

/** The api has not refused it, it could not do it now: what is left waits. */
const isPause = (failure: Failure): boolean =>
  !isProblem(failure) || failure.status >= 500 || failure.status === 429 || failure.status === 401;

/**
 * Sends one command to each of many, with the revision that was shown, one after the other. What is refused drops out
 * with the reason; without an answer it stops, and goes on with the same commands. Leaving the page stops it.
 */
export const useBulk = ({ send }: Pick<CommandForm<Many>, 'send'>, rows: Many) => {
  const queries = useQueryClient();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const stopped = useRef(false);
  const commandIds = useRef(new Map<string, string>());
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );

  const commandIdOf = (id: string): string => {
    const known = commandIds.current.get(id) ?? crypto.randomUUID();
    commandIds.current.set(id, known);
    return known;
  };
  const one = async (id: string, revision: number, body: unknown): Promise<Outcome | Failure> => {
    try {
      await send({
        path: { id },
        body: body as never,
        headers: { 'Idempotency-Key': commandIdOf(id), 'If-Match': `"${revision}"` },
        throwOnError: true,
      });
      return { done: true };
    } catch (thrown) {
      const why = failureOf(thrown);
      if (!isProblem(why) || isPause(why)) return why;
      return { done: false, why: why.errors.find(({ message }) => message !== '')?.message ?? why.detail };
    }
  };
  const run = async (values: Readonly<Record<string, unknown>>): Promise<void> => {
    const body = bodyOf(values);
    stopped.current = false;
    setRunning(true);
    setFailure(undefined);
    for (const { id, revision } of rows.filter((row) => !outcomes.has(row.id))) {
      if (stopped.current) break;
      const outcome = await one(id, revision, body);
      if (!('done' in outcome)) {
        setFailure(outcome);
        break;
      }
      setOutcomes((before) => new Map(before).set(id, outcome));
    }
    setRunning(false);
    await queries.invalidateQueries();
  };

  return {
    outcomes,
    running,
    failure,
    run,
    stop: () => {
      stopped.current = true;
    },
  };
};
