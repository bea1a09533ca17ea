import { setTimeout as sleep } from 'node:timers/promises';

const PAGE = 1000;
/** Seconds the server may wait for something new before it answers an empty page. */
const WAIT_S = 20;
/** A server that does not answer at all is asked again after this many milliseconds. */
const TIMEOUT_MS = 60_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Reads the feed page by page, then waits for what is new, until `signal` is aborted. Ends with an error only when
 * trying again cannot help: the key is refused.
 */
export async function follow({ url, apiKey, table, signal, say }) {
  let failures = 0;
  while (!signal.aborted) {
    const { position } = table.checkpoint();
    const answer = await ask(`${url}/api/feed?after=${position}&limit=${PAGE}&wait=${WAIT_S}`, apiKey, signal);
    if (signal.aborted) return;
    if (answer.kind === 'refused') throw new Error(answer.why);
    if (answer.kind === 'failed') {
      failures += 1;
      const pause = answer.retryAfterMs ?? pauseAfter(failures);
      say(`Chưa đọc được (${answer.why}), thử lại sau ${pause} ms · Could not read, trying again`);
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      continue;
    }
    failures = 0;
    if (answer.kind === 'ahead') startAnew(table, say, 'vị trí đã đọc nằm sau cuối nhật ký · ahead of the log');
    else take(answer.page, table, say);
  }
}

/** One page goes into the table together with how far it reaches, unless it tells of another history of the log. */
function take({ epoch, events, next }, table, say) {
  const known = table.checkpoint();
  if (known.epoch !== null && known.epoch !== epoch) {
    startAnew(table, say, `nhật ký mang tên mới ${epoch} · the log has the new epoch ${epoch}`);
    return;
  }
  if (known.epoch === epoch && known.position === next) return;
  table.apply(events, { epoch, position: next });
  say(`Đã đọc đến ${next} · Read up to ${next}`);
}

/** The log was restored from a backup: what was read may never have happened, so everything is read again. */
function startAnew(table, say, why) {
  table.clear();
  say(`Nhật ký đã được khôi phục, đọc lại từ đầu: ${why} · The log was restored, starting anew`);
}

async function ask(address, apiKey, signal) {
  try {
    const response = await fetch(address, {
      headers: { authorization: `Bearer ${apiKey}` },
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    if (response.ok) return { kind: 'page', page: await response.json() };
    const problem = await response.json().catch(() => ({}));
    if (problem.code === 'ahead-of-log') return { kind: 'ahead' };
    const why = `${response.status} ${problem.code ?? ''} ${problem.detail ?? ''}`.trim();
    if ([400, 401, 403, 404].includes(response.status)) return { kind: 'refused', why };
    return { kind: 'failed', why, retryAfterMs: retryAfter(response.headers.get('retry-after')) };
  } catch (error) {
    return { kind: 'failed', why: error.cause?.code ?? error.message };
  }
}

/** Milliseconds the server asks to wait; undefined when it does not say. */
function retryAfter(header) {
  const seconds = Number(header ?? '');
  return seconds > 0 ? Math.min(seconds * 1000, LONGEST_PAUSE_MS) : undefined;
}

/** Twice as long after each failure, with chance in it, so that many consumers do not come back at once. */
function pauseAfter(failures) {
  const most = Math.min(LONGEST_PAUSE_MS, 250 * 2 ** Math.min(failures, 10));
  return Math.round(most / 2 + (Math.random() * most) / 2);
}
