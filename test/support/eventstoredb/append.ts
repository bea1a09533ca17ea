import type { Expected } from './idempotency.ts';
import type { Outcome } from './log.ts';
import type { NodeContext } from './node-context.ts';
import type { ProposedEvent } from './record.ts';

export interface AppendRequest {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly ProposedEvent[];
}

/** `'cut'`: the connection dies. `'never'`: no answer comes. `'timeout'`: the server gives up waiting for the commit. */
export type AppendAnswer =
  Outcome | { readonly kind: 'cut' } | { readonly kind: 'never' } | { readonly kind: 'timeout' };

/** An append, with what goes wrong on demand. On a follower it is forwarded to the leader, who keeps the same log. */
export async function append({ log, faults }: NodeContext, request: AppendRequest): Promise<AppendAnswer> {
  if (faults.take('cutBeforeCommit')) return { kind: 'cut' };
  const outcome = await log.append(request.stream, request.expected, request.events);
  if (outcome.kind === 'written') {
    if (faults.take('cutAfterCommit')) return { kind: 'cut' };
    if (faults.take('timeoutAppends')) return { kind: 'timeout' };
  }
  return faults.halfOpen ? { kind: 'never' } : outcome;
}

export async function begin({ faults }: NodeContext): Promise<void> {
  if (faults.slowMs > 0) await new Promise((wake) => setTimeout(wake, faults.slowMs));
}
