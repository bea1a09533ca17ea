/** Checker: `http-check.ts <url> <journal> <from>`. Reads only the journal and the log behind `from`; prints its findings. */
import { readFileSync } from 'node:fs';
import type { StoredEvent } from '#event-store';
import { openLog } from '../../support/log.ts';
import type { HttpEntry } from './http-journal.ts';

/** Each list names what is wrong; all are empty when the promises hold. */
export interface HttpFindings {
  readonly commands: number;
  readonly answers: number;
  readonly cuts: number;
  /** Answers of "another body under this key". */
  readonly reused: number;
  readonly unknownAt: readonly number[];
  /** From when to when an answer was waited for, where that was long. */
  readonly waits: readonly (readonly [from: number, at: number])[];
  /** Winners of each round, in order; the last round has no expected revision. */
  readonly winners: readonly number[];
  /** Acknowledged, but not in the log. */
  readonly missing: readonly string[];
  /** In the log at another place than was answered. */
  readonly misplaced: readonly string[];
  readonly unsettled: readonly string[];
  /** Acted more than once. */
  readonly twice: readonly string[];
  /** Repeated, and answered otherwise; or another body answered as if it had been said. */
  readonly answeredOtherwise: readonly string[];
  /** Refusals that no rule explains, and broken answers. */
  readonly strange: readonly string[];
  /** Events that nobody sent. */
  readonly uninvited: readonly string[];
  /** Positions that do not grow, and gaps in the revisions of a stream. */
  readonly holes: readonly string[];
}

/** An answer that took longer met with something. */
const LONG_MS = 250;

type Answered = Extract<HttpEntry, { kind: 'answered' }>;

const [url = '', file = '', start = '0'] = process.argv.slice(2);
const journal = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as HttpEntry);
const log = await readLog(Number(start));

const answered = journal.filter((entry) => entry.kind === 'answered');
const keys = [...new Set(journal.flatMap((entry) => (entry.kind === 'try' ? [entry.key] : [])))];
const effects = grouped(log, (event) => event.meta.commandId);
const answersTo = grouped(answered, (entry) => entry.key);
const accepted = answered.filter(({ status }) => status < 300);
const codeOf = ({ body }: Answered): string => String(body['code']);

const findings: HttpFindings = {
  commands: keys.length,
  answers: answered.length,
  cuts: journal.filter(({ kind }) => kind === 'cut').length,
  reused: answered.filter((entry) => codeOf(entry) === 'idempotency-key-reused').length,
  unknownAt: journal.flatMap((entry) => (entry.kind === 'unknown' ? [entry.at] : [])),
  waits: answered.filter(({ from, at }) => at - from > LONG_MS).map(({ from, at }) => [from, at] as const),
  winners: winners(),
  missing: accepted.filter(({ key }) => !effects.has(key)).map(({ key }) => key),
  misplaced: accepted.filter((entry) => effects.has(entry.key) && !isInPlace(entry)).map(({ key }) => key),
  unsettled: keys.filter((key) => !answersTo.has(key)),
  twice: keys.filter((key) => (effects.get(key) ?? []).length > 1),
  answeredOtherwise: keys.filter((key) => !isOneAnswer(answersTo.get(key) ?? [], effects.get(key) ?? [])),
  strange: answered
    .filter((entry) => !isExplained(entry))
    .map(({ status, body }) => `${status} ${JSON.stringify(body)}`),
  uninvited: log
    .filter(({ stream, meta }) => !comesByItself(stream) && !keys.includes(meta.commandId))
    .map(({ type, stream }) => `${type} in ${stream}`),
  holes: [...disorder(), ...revisionHoles()],
};
console.log(JSON.stringify(findings));

/** What units owe by the day's date, and how they are reminded of it, nobody sends. */
function comesByItself(stream: string): boolean {
  return stream.startsWith('report-') || stream.startsWith('reminder-');
}

function isInPlace({ key, body }: Answered): boolean {
  const last = (effects.get(key) ?? []).at(-1);
  return last !== undefined && last.position === body['position'] && last.revision === body['revision'];
}

/** Whoever said what is in the log got one and the same answer; whoever said something else was refused. */
function isOneAnswer(answers: readonly Answered[], [event]: readonly StoredEvent[]): boolean {
  const name = (event?.data as { readonly form?: { readonly name: string } } | undefined)?.form?.name;
  const same = answers.filter(({ said }) => said === name);
  const others = answers.filter(({ said }) => said !== name);
  if (answers.some(({ round }) => round !== undefined)) return true;
  return (
    same.every(({ status }) => status < 300) &&
    new Set(same.map(({ status, body }) => JSON.stringify([status, body]))).size <= 1 &&
    others.every((entry) => entry.status === 422 && codeOf(entry) === 'idempotency-key-reused')
  );
}

function isExplained(entry: Answered): boolean {
  if (entry.status < 300 || codeOf(entry) === 'idempotency-key-reused') return true;
  return entry.round !== undefined && entry.status === 412 && codeOf(entry) === 'stale-revision';
}

function winners(): number[] {
  const rounds = grouped(
    answered.filter(({ round }) => round !== undefined),
    ({ round }) => round,
  );
  return [...rounds.values()].map((answers) => answers.filter(({ status }) => status < 300).length);
}

function disorder(): string[] {
  return log
    .filter(({ position }, index) => position <= (log[index - 1]?.position ?? Number(start)))
    .map(({ position }) => `position ${position}`);
}

function revisionHoles(): string[] {
  const streams = grouped(log, ({ stream }) => stream);
  return [...streams].flatMap(([stream, events]) =>
    events.flatMap(({ revision }, index) => (revision === index ? [] : [`${stream} ${revision}`])),
  );
}

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

async function readLog(from: number): Promise<StoredEvent[]> {
  const store = await openLog(url);
  const found: StoredEvent[] = [];
  for (let after = from; ;) {
    const { events, upTo } = await store.readAll({ after, limit: 1000 });
    if (events.length === 0) break;
    found.push(...events);
    after = upTo;
  }
  await store.close();
  return found;
}
