import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { DomainEvent } from '#domain';
import { createEngine } from '#engine';
import type { EventLog, RecordedEvent } from '#event-store';
import { openLog } from '../support/log.ts';
import { startPostgres, type TestPostgres } from '#support';
import {
  appraisedModels,
  bookOf,
  frozenDecision,
  createDecisionFixture,
  sign,
  type DecisionFixture,
} from '#support/histories';
import type { Work } from './decision-worker.ts';

const ITEMS = 500;
const CHANGED = 5;
const SIGNERS = 50;
/** For a machine that has other work to do. */
const PATIENCE_MS = 120_000;

let postgres: TestPostgres;
const processes: ChildProcess[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
}, PATIENCE_MS);
afterAll(async () => {
  for (const each of processes) each.kill('SIGKILL');
  await postgres.stop();
}, PATIENCE_MS);

describe('a decision on 500 models', () => {
  it(
    'reaches each of them once, or lists it, although its process is killed midway',
    async () => {
      const { fixture, store, url, ids, decisionId } = await issued();
      const first = start({ what: 'react', url, fixture, decisionIds: [], haltsAfter: ITEMS / 2 });
      await killMidway(first);
      const done = await count(store, 'ModelRecognized');
      expect(done).toBeGreaterThan(0);
      expect(done).toBeLessThan(ITEMS - CHANGED);
      await caughtUp(start({ what: 'react', url, fixture, decisionIds: [] }), store);
      expect(await faultsOf(store, decisionId, ids)).toEqual([]);
      await store.close();
    },
    PATIENCE_MS,
  );

  it(
    'would miss some if the checkpoint moved first: then this check fails',
    async () => {
      const { fixture, store, url, ids, decisionId } = await issued();
      const first = start({ what: 'react-checkpoint-first', url, fixture, decisionIds: [], haltsAfter: ITEMS / 2 });
      await killMidway(first);
      await caughtUp(start({ what: 'react-checkpoint-first', url, fixture, decisionIds: [] }), store);
      expect((await faultsOf(store, decisionId, ids)).length).toBeGreaterThan(0);
      await store.close();
    },
    PATIENCE_MS,
  );
});

describe('50 signers at the same time', () => {
  it(
    'never get the same number, and leave no gap that nobody explains, although their process is killed',
    async () => {
      const { fixture, store, url } = await furnished();
      const ids = await appraisedModels(store, fixture, SIGNERS);
      const decisionIds = await Promise.all(ids.map((id) => frozenDecision(store, fixture, [id])));
      const signers = start({ what: 'sign', url, fixture, decisionIds, haltsAfter: 1.5 * SIGNERS });
      await killMidway(signers);
      const interrupted = await unfinished(store, fixture);
      await caughtUp(start({ what: 'react', url, fixture, decisionIds: [] }), store);
      await once(start({ what: 'sign', url, fixture, decisionIds }), 'exit');
      await caughtUp(start({ what: 'react', url, fixture, decisionIds: [] }), store);

      expect(interrupted).toBeGreaterThan(0);
      expect(await count(store, 'DecisionIssued')).toBe(SIGNERS - refusedSigners);
      expect(await numberFaults(store, fixture)).toEqual([]);
      await store.close();
    },
    PATIENCE_MS,
  );

  /** Every seventh from the fourth on appraised what they were to sign. */
  const refusedSigners = Array.from({ length: SIGNERS }, (_, index) => index).filter((index) => index % 7 === 3).length;
});

/** A furnished database of its own. */
async function furnished() {
  const { url } = await postgres.createDatabase();
  const store = await openLog(url);
  return { url, store, fixture: await createDecisionFixture(store) };
}

/** A decision on 500 models, five of which changed after the freeze, just issued. */
async function issued() {
  const world = await furnished();
  const { store, fixture } = world;
  const ids = await appraisedModels(store, fixture, ITEMS);
  const decisionId = await frozenDecision(store, fixture, ids);
  for (const id of ids.slice(100, 100 + CHANGED)) await change(store, `registration-${id}`);
  await sign(createEngine({ store }), store, fixture, { decisionId, signerId: 'person-signer' });
  return { ...world, ids, decisionId };
}

async function change(store: EventLog<DomainEvent>, stream: string): Promise<void> {
  const events = await store.readStream(stream, { from: 0, limit: 100 });
  const [first] = events;
  if (!first) throw new Error(`${stream} is empty`);
  await store.append(stream, events.length - 1, [
    { id: randomUUID(), type: 'ProgressRecorded', data: { note: 'sau khi chốt' }, meta: first.meta },
  ]);
}

/** What is wrong with the application of a decision, from the log alone. */
async function faultsOf(store: EventLog, decisionId: string, ids: readonly string[]): Promise<string[]> {
  const log = await all(store);
  const own = log.filter(({ stream }) => stream === `decision-${decisionId}`);
  const about = (type: string, id: string) =>
    own.filter((event) => event.type === type && (event.data as { id: string }).id === id).length;
  const recognized = new Map<string, number>();
  for (const { type, stream } of log)
    if (type === 'ModelRecognized') recognized.set(stream, (recognized.get(stream) ?? 0) + 1);
  const faults = ids.flatMap((id, index) => {
    const times = recognized.get(`registration-${id}`) ?? 0;
    const changed = index >= 100 && index < 100 + CHANGED;
    const story = `${times} recognized, ${about('DecisionItemApplied', id)} noted, ${about('DecisionItemRejected', id)} listed`;
    const right = changed ? '0 recognized, 0 noted, 1 listed' : '1 recognized, 1 noted, 0 listed';
    return story === right ? [] : [`${id}: ${story}`];
  });
  const completed = own.filter(({ type }) => type === 'DecisionCompleted').map(({ data }) => JSON.stringify(data));
  const expected = JSON.stringify({ decisionId, applied: ids.length - CHANGED, rejected: CHANGED });
  return completed.length === 1 && completed[0] === expected ? faults : [...faults, `completed: ${completed.join()}`];
}

/** Numbers given twice, unexplained, or used by a decision for which they were not reserved. */
async function numberFaults(store: EventLog, fixture: DecisionFixture): Promise<string[]> {
  const log = await all(store);
  const entries = log.filter(({ stream }) => stream === bookOf(fixture));
  const numberOf = ({ data }: RecordedEvent) => {
    const { number, documentNumber } = data as { number?: number; documentNumber?: { number: number } };
    return documentNumber?.number ?? number ?? 0;
  };
  const of = (events: readonly RecordedEvent[], type: string, number: number) =>
    events.filter((event) => event.type === type && numberOf(event) === number);
  const highest = Math.max(...entries.map(numberOf));
  return Array.from({ length: highest }, (_, index) => index + 1).flatMap((number) => {
    const reserved = of(entries, 'NumberReserved', number).length;
    const used = of(log, 'DecisionIssued', number).length;
    const explained = of(entries, 'NumberVoided', number).length;
    return reserved === 1 && used + explained === 1 ? [] : [`${number}: ${reserved}, ${used}, ${explained}`];
  });
}

/** Numbers taken but neither used nor struck. */
async function unfinished(store: EventLog, fixture: DecisionFixture): Promise<number> {
  const faults = await numberFaults(store, fixture);
  return faults.filter((fault) => fault.endsWith(': 1, 0, 0')).length;
}

const count = async (store: EventLog, type: string): Promise<number> =>
  (await all(store)).filter((event) => event.type === type).length;

async function all(store: EventLog): Promise<RecordedEvent[]> {
  const found: RecordedEvent[] = [];
  for (let after = 0; ;) {
    const { events, upTo } = await store.readAll({ after, limit: 2000 });
    found.push(...events);
    if (events.length < 2000) return found;
    after = upTo;
  }
}

function start(work: Work): ChildProcess {
  const file = new URL('decision-worker.ts', import.meta.url).pathname;
  const args = ['--conditions=source', '--no-warnings', file, JSON.stringify(work)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  processes.push(child);
  return child;
}

/** Kills it once it has halted. */
async function killMidway(child: ChildProcess): Promise<void> {
  await said(child, () => Promise.resolve('halted'));
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Lets the process work until the whole log is behind it, then ends it. */
async function caughtUp(child: ChildProcess, store: EventLog): Promise<void> {
  const gone = once(child, 'exit');
  await said(child, async () => `caught up ${await store.head()}`);
  child.kill('SIGTERM');
  await gone;
}

/** Reads what the process says until it is the line that is waited for. @throws when it ends without */
async function said(child: ChildProcess, awaited: () => Promise<string>): Promise<void> {
  if (!child.stdout) throw new Error('the process says nothing');
  for await (const line of createInterface({ input: child.stdout })) if (line === (await awaited())) return;
  throw new Error(`the process ended before it said: ${await awaited()}`);
}
