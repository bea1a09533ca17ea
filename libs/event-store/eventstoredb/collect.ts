import type { AllStreamSubscription, ResolvedEvent, StreamingRead } from '@eventstore/db-client';

/** What the client hands out: a stream of events that can be told to stop. */
type Source = StreamingRead<ResolvedEvent> | AllStreamSubscription;

export interface Collecting {
  readonly take: (event: ResolvedEvent) => 'more' | 'enough';
  /** Aborted when nobody waits any more. */
  readonly signal: AbortSignal;
  /** Is given what to call when the source has nothing more to say, although it does not end. */
  readonly untilTold?: (told: () => void) => void;
}

/**
 * Takes events until `take` says that it has enough, the source ends or says that it has come to its end, or `signal`
 * is aborted; then lets the source go. Errors that come later are passed over: the client emits some after it was told
 * to stop, and they would end the process.
 */
export function collect(source: Source, { take, signal, untilTold }: Collecting): Promise<void> {
  return new Promise((resolve, reject) => {
    let settled = false;
    let told = false;
    const end = (finish: () => void) => {
      if (settled) return;
      settled = true;
      signal.removeEventListener('abort', stop);
      void letGo(source);
      finish();
    };
    const stop = () => end(resolve);
    // What was said before the end may still wait to be taken.
    const stopWhenEmpty = () => {
      if (told && source.readableLength === 0) stop();
    };
    source.on('error', (error: Error) => end(() => reject(error)));
    source.on('end', stop);
    source.on('data', (event: ResolvedEvent) => {
      if (settled) return;
      try {
        if (take(event) === 'enough') stop();
        else stopWhenEmpty();
      } catch (error) {
        end(() => reject(error instanceof Error ? error : new Error(String(error))));
      }
    });
    signal.addEventListener('abort', stop);
    untilTold?.(() => {
      told = true;
      stopWhenEmpty();
    });
  });
}

async function letGo(source: Source): Promise<void> {
  await ('cancel' in source ? source.cancel() : source.unsubscribe()).catch(() => undefined);
}
