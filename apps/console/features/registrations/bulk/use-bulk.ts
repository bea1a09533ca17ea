import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import {
  failureOf,
  isActingRefused,
  isAnotherPersonHere,
  isProblem,
  isRefusedAs,
  isSignedOut,
  type Failure,
} from '../../../shared/api/failure.ts';
import { newId } from '../../../shared/api/new-id.ts';
import { bodyOf } from '../../../shared/forms/body.ts';
import type { CommandForm } from '../../../shared/forms/form.ts';
import type { Many } from './bulk-forms.ts';

/** What became of one of many; done before with what was sent then, where only the answer was lost. */
export type Outcome = { readonly done: true; readonly before?: true } | { readonly done: false; readonly why: string };

/** Milliseconds after which it is tried again when there were too many requests for a minute. */
const PAUSE_MS = 5_000;

/** Milliseconds between two times at which what came of them is shown: to draw the page costs more than to send one. */
const SHOWN_MS = 250;

/** The api has not refused it, it could not do it now: what is left waits. */
const isPause = (failure: Failure): boolean =>
  !isProblem(failure) ||
  isActingRefused(failure) ||
  failure.status >= 500 ||
  failure.status === 429 ||
  failure.status === 401;

const isTooOften = (outcome: Outcome | Failure): boolean => isProblem(outcome) && outcome.status === 429;

type Outcomes = ReadonlyMap<string, Outcome>;

/**
 * Sends one command to each of many, with the revision that was shown, one after the other; or tries it, and tells what
 * would become of each. What is refused drops out with the reason; without an answer it stops, and goes on with the same
 * commands. Where there were too many for a minute it waits, and goes on by itself. Leaving the page stops it.
 */
export const useBulk = ({ send }: Pick<CommandForm<Many>, 'send'>, rows: Many) => {
  const queries = useQueryClient();
  const [outcomes, setOutcomes] = useState<Outcomes>(new Map());
  const [foreseen, setForeseen] = useState<Outcomes>(new Map());
  const [running, setRunning] = useState<'TRYING' | 'SENDING'>();
  const [paused, setPaused] = useState(false);
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
    const known = commandIds.current.get(id) ?? newId();
    commandIds.current.set(id, known);
    return known;
  };
  const one = async ({ id, revision }: Many[number], body: unknown, isTrial: boolean): Promise<Outcome | Failure> => {
    const command = isTrial
      ? ({ 'Idempotency-Key': newId(), 'X-Kheo-Dry-Run': 'true' } as const)
      : { 'Idempotency-Key': commandIdOf(id) };
    try {
      await send({
        path: { id },
        body: body as never,
        headers: { ...command, 'If-Match': `"${revision}"` },
        throwOnError: true,
      });
      return { done: true };
    } catch (thrown) {
      const why = failureOf(thrown);
      if (isRefusedAs(why, 'idempotency-key-reused')) return { done: true, before: true };
      if (!isProblem(why) || isPause(why)) return why;
      return { done: false, why: why.errors.find(({ message }) => message !== '')?.message ?? why.detail };
    }
  };
  const each = async (values: Readonly<Record<string, unknown>>, isTrial: boolean): Promise<boolean> => {
    const body = bodyOf(values);
    const tell = isTrial ? setForeseen : setOutcomes;
    stopped.current = false;
    setForeseen(new Map());
    setRunning(isTrial ? 'TRYING' : 'SENDING');
    setFailure(undefined);
    const became = new Map(isTrial ? [] : outcomes);
    let shownAt = 0;
    const show = (): void => {
      shownAt = Date.now();
      tell(new Map(became));
    };
    for (const row of rows.filter(({ id }) => !outcomes.has(id))) {
      if (stopped.current) break;
      let outcome = await one(row, body, isTrial);
      while (isTooOften(outcome) && !stopped.current) {
        setPaused(true);
        show();
        await new Promise((done) => setTimeout(done, PAUSE_MS));
        outcome = await one(row, body, isTrial);
      }
      setPaused(false);
      if (!('done' in outcome)) {
        // Who is to sign in is told so above the page; back again it is no longer true.
        if (!isSignedOut(outcome) && !isAnotherPersonHere(outcome)) setFailure(outcome);
        break;
      }
      became.set(row.id, outcome);
      if (Date.now() - shownAt > SHOWN_MS) show();
    }
    show();
    setRunning(undefined);
    return became.size === rows.length;
  };

  return {
    outcomes,
    /** What was tried would become of each, as long as nothing else is typed. */
    foreseen,
    running,
    paused,
    failure,
    /** @returns whether nothing is left */
    run: async (values: Readonly<Record<string, unknown>>): Promise<boolean> => {
      const isWhole = await each(values, false);
      void queries.invalidateQueries();
      return isWhole;
    },
    attempt: (values: Readonly<Record<string, unknown>>): Promise<boolean> => each(values, true),
    forget: () => setForeseen(new Map()),
    stop: () => {
      stopped.current = true;
    },
  };
};
