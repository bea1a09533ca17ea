import { createHash } from 'node:crypto';
import { differenceIn, lineOf, type Difference } from './difference.ts';
import { persistently, sideBySide, type TwoLogs } from './two-logs.ts';

/** What came of a comparison. */
export type CompareOutcome =
  /** Hex SHA-256 over the lines of all events, each ended by a line feed: `[stream,revision,id,type,version,data,meta]`. */
  | { readonly kind: 'equal'; readonly events: number; readonly sha256: string }
  | { readonly kind: 'different'; readonly events: number; readonly difference: Difference }
  | { readonly kind: 'stopped'; readonly events: number };

/**
 * Reads two logs side by side, page by page, and compares event by event all but the positions. Ends at the first
 * difference; `events` were equal before it. Writes nothing.
 */
export async function compareLogs(logs: TwoLogs): Promise<CompareOutcome> {
  const head = await persistently(() => logs.from.head(), logs);
  const hash = createHash('sha256');
  let events = 0;
  for await (const pair of sideBySide(logs)) {
    if (logs.signal?.aborted) return { kind: 'stopped', events };
    const difference = differenceIn(pair);
    if (difference) return { kind: 'different', events, difference };
    if (!pair.from) break;
    hash.update(lineOf(pair.from)).update('\n');
    events += 1;
    logs.onProgress?.({ phase: 'comparing', events, position: pair.from.position, head });
  }
  return { kind: 'equal', events, sha256: hash.digest('hex') };
}
