/** Load generator over HTTP: `http-load.ts <HttpLoad as JSON>`. Writes down what it sends and what comes back. */
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { pause, randomFrom } from '../seed.ts';
import { post, type HttpOutcome } from './http-client.ts';
import type { HttpEntry, HttpLoad } from './http-journal.ts';

const CALLERS = 16;
const RACERS = 64;
const ROUNDS = 15;

const load = JSON.parse(process.argv[2] ?? '') as HttpLoad;
const random = randomFrom(load.seed);
const write = (entry: HttpEntry): void => appendFileSync(load.journal, `${JSON.stringify(entry)}\n`);

/** A command: where it goes, under which key, and which of the bodies under that key it says. */
interface Say {
  readonly path: string;
  readonly key: string;
  readonly said: string;
  readonly ifMatch?: number;
  readonly round?: number;
}

let stopping = false;
process.once('SIGTERM', () => (stopping = true));

switch (load.what) {
  case 'until-stopped':
    await Promise.all(Array.from({ length: CALLERS }, untilStopped));
    break;
  case 'repeat':
    await Promise.all(Array.from({ length: CALLERS }, repeat));
    break;
  case 'race':
    await race();
    break;
}
process.exit(0);

async function untilStopped(): Promise<void> {
  while (!stopping) {
    const { id } = await settle(begin(draft()));
    for (let count = 0; count < (load.revisions ?? 0) && !stopping; count += 1) await settle(begin(revise(String(id))));
  }
}

/** Each command one to five times, some at the same moment, some after the caller hung up, some with another body. */
async function repeat(): Promise<void> {
  let id = '';
  for (let count = 0; count < (load.commands ?? 8); count += 1) {
    const say = begin(id === '' ? draft() : revise(id));
    const other = { ...say, said: `${say.said}-khác` };
    const times = 1 + Math.floor(random() * 5);
    const contested = random() < 0.5;
    if (random() < 0.4) await cut(say);
    const atOnce = [say, ...(contested ? [other] : []), ...Array.from({ length: times - 1 }, () => say)];
    const answers = await Promise.all(atOnce.map((each, index) => settle(each, index)));
    for (let again = 0; again < times; again += 1) await settle(say, again);
    await settle(other);
    id = answers.map((answer) => answer.id).find((made) => typeof made === 'string') ?? id;
  }
}

async function race(): Promise<void> {
  const { id } = await settle(begin(draft()));
  let revision = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const same = { round, ifMatch: revision };
    const answers = await allAtOnce(() => ({ ...begin(revise(String(id))), ...same }));
    revision = Math.max(revision, ...answers.map((answer) => Number(answer.revision ?? 0)));
  }
  await allAtOnce(() => ({ ...begin(revise(String(id))), round: ROUNDS }));
}

function allAtOnce(next: () => Say): Promise<Readonly<Record<string, unknown>>[]> {
  return Promise.all(Array.from({ length: RACERS }, (_, caller) => settle(next(), caller)));
}

function draft(): Say {
  const key = randomUUID();
  return { path: '/api/registrations', key, said: key };
}

function revise(id: string): Say {
  const key = randomUUID();
  return { path: `/api/registrations/${id}/revise`, key, said: key };
}

function begin(say: Say): Say {
  write({ kind: 'try', key: say.key });
  return say;
}

/** Sends until there is an answer. */
async function settle(say: Say, caller = 0): Promise<Readonly<Record<string, unknown>>> {
  const { key, said, round } = say;
  for (;;) {
    const from = Date.now();
    const outcome = await send(say, caller);
    if (outcome.kind === 'answered') {
      const { status, body } = outcome;
      const times = { from, at: Date.now() };
      write({ kind: 'answered', key, said, status, body, ...times, ...(round === undefined ? {} : { round }) });
      return body;
    }
    if (outcome.kind === 'unknown') write({ kind: 'unknown', key, at: Date.now() });
    await pause(100);
  }
}

/** Sends, and hangs up before or after the api is done. */
async function cut(say: Say): Promise<void> {
  const outcome = await send(say, 0, random() * 15);
  if (outcome.kind === 'unknown') write({ kind: 'cut', key: say.key });
}

function send({ path, key, said, ifMatch }: Say, caller: number, cutAfterMs?: number): Promise<HttpOutcome> {
  const form = { name: said, subjectType: 'COLLECTIVE', field: 'KINH_TE', programmeTags: [] };
  const body = path.endsWith('/revise') ? { form } : { unitId: load.unitId, cycleId: load.cycleId, form };
  return post({
    url: `${load.urls[caller % load.urls.length]}${path}`,
    cookie: load.cookie,
    key,
    body,
    ...(ifMatch === undefined ? {} : { ifMatch }),
    ...(cutAfterMs === undefined ? {} : { cutAfterMs }),
  });
}
