import { decision } from '#domain';
import {
  createEngine,
  createFollower,
  createPostgresCheckpoints,
  createReactionRunner,
  systemClock,
  type Engine,
  type Follower,
  type Reaction,
  type ReactionCheckpoints,
} from '#engine';
import { createDecisionReactions, createIncidents, createReactionFailures } from '#use-cases';
import type { EventLog } from '#event-store';
import { openLog } from '../support/log.ts';
import { openPool } from '#postgres';
import { sign, type DecisionFixture } from '#support/histories';

/**
 * A process to be killed. `react` runs the reactions of decisions and says "caught up" whenever it is;
 * `react-checkpoint-first` does so the wrong way round; `sign` signs many decisions at the same time.
 */
export interface Work {
  readonly what: 'react' | 'react-checkpoint-first' | 'sign';
  readonly url: string;
  readonly fixture: DecisionFixture;
  /** For `sign`. */
  readonly decisionIds: readonly string[];
  /** After so many commands it begins no other and says "halted": to be killed midway, however fast it is. */
  readonly haltsAfter?: number;
}

const work = JSON.parse(process.argv[2] ?? '') as Work;
const store = await openLog(work.url);
const engine = halting(createEngine({ store }), work.haltsAfter ?? Infinity);
if (work.what === 'sign') await signAll();
else await react();

function halting(engine: Engine, after: number): Engine {
  let begun = 0;
  return {
    ...engine,
    run: (command) => {
      if (begun === after) process.stdout.write('halted\n');
      begun += 1;
      return begun > after ? new Promise(() => undefined) : engine.run(command);
    },
  };
}

async function signAll(): Promise<void> {
  await Promise.all(work.decisionIds.map(signOne));
  await store.close();
}

/** Every seventh is signed by somebody who appraised its models. */
async function signOne(decisionId: string, index: number): Promise<void> {
  const { state } = await engine.load(`decision-${decisionId}`, decision.decider);
  if (state.status !== 'FROZEN') return;
  const signerId = index % 7 === 3 ? 'person-appraiser-1' : `person-signer-${index}`;
  await sign(engine, store, work.fixture, { decisionId, signerId });
}

async function react(): Promise<void> {
  const pool = openPool({ url: work.url, name: 'test', connections: 10 });
  const checkpoints = createPostgresCheckpoints(pool);
  const reactions = createDecisionReactions({ engine, store, clock: systemClock, graceMs: 300 });
  const start = work.what === 'react' ? inOrder : checkpointFirst;
  const followers = reactions.map((reaction) => start(store, reaction, checkpoints));
  const stop = new AbortController();
  process.on('SIGTERM', () => stop.abort());
  const telling = setInterval(() => void tell(followers), 100);
  await Promise.all(followers.map((follower) => follower.run(stop.signal)));
  clearInterval(telling);
  await Promise.all([store.close(), pool.end()]);
}

async function tell(followers: readonly Follower[]): Promise<void> {
  const all = await Promise.all(followers.map((follower) => follower.progress()));
  if (all.every(({ position, head }) => position >= head)) process.stdout.write(`caught up ${all[0]?.head}\n`);
}

function inOrder(log: EventLog, reaction: Reaction, checkpoints: ReactionCheckpoints): Follower {
  return createReactionRunner({
    ...{ reaction, store: log, checkpoints },
    failures: createReactionFailures({ engine, clock: systemClock, incidents: createIncidents(log) }),
    owner: `worker-${process.pid}`,
    leaseMs: 600,
  });
}

/** What must not be done: the checkpoint moves before the work is done. */
function checkpointFirst(log: EventLog, reaction: Reaction, checkpoints: ReactionCheckpoints): Follower {
  const lease = checkpoints.acquire(reaction.name, 'worker', -1);
  return createFollower({
    store: log,
    categories: reaction.categories,
    start: async () => (await lease)?.position ?? 0,
    handle: async ({ events, upTo }) => {
      const held = await lease;
      if (held) await checkpoints.advance(held, upTo, -1);
      for (const event of events) await reaction.handle(event);
    },
  });
}
