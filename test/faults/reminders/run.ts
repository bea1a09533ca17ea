import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestDatabase, TestPostgres, TestRedis } from '#support';
import type { ReminderCheck, ReminderFindings } from '../processes/reminder-check.ts';
import { pause, randomFrom } from '../seed.ts';
import { setMoment } from './clock-file.ts';
import { createKiller } from './killer.ts';
import {
  followNotes,
  note,
  readNotes,
  type Following,
  type HandInNote,
  type Strike,
  type StrikeKind,
} from './notes.ts';
import { sentence, sentences, toldByTheRules } from './oracle.ts';
import { fixtureOf, type ReminderFixture } from './fixture.ts';
import { setStage, type Stage, type StageOptions } from './stage.ts';
import { WALK } from './walk.ts';
import { asked, followLog } from './watch.ts';

export interface ReminderRun {
  readonly postgres: TestPostgres;
  readonly redis?: TestRedis | undefined;
  readonly units: number;
  readonly seed: number;
  /** Steps of the walk; all of them unless told. */
  readonly steps?: number;
  /** What strikes in a step, in this order. */
  readonly strikes: ReadonlyMap<number, readonly StrikeKind[]>;
  /** A thousandth of the reports that are handed in at a step, where it is not as the walk says. */
  readonly handedIn?: number;
  readonly broken?: string;
  /** What is broken in the database itself. */
  readonly breakDatabase?: (database: TestDatabase) => Promise<void>;
  /** Of the workers. */
  readonly habits?: StageOptions['habits'];
  /** How long a step may take. */
  readonly patienceMs?: number;
}

export interface ReminderOutcome {
  readonly findings: ReminderFindings;
  readonly strikes: readonly Strike[];
}

/** What the checker finds when the promise holds. */
export const NOTHING_WRONG = {
  ...{ lost: [], twice: [], uninvited: [], early: [], movedDates: [], lostHandIns: [], wrongNotes: [], inbox: [] },
  ...{ repeatedWithoutStrike: [], mailLost: [], mailTwice: [], claimed: [], unproven: [] },
  ...{ afterDone: [], tooLate: [], atNight: [] },
} satisfies Partial<ReminderFindings>;

/** A walk of the clock under strikes, and what the checker finds afterwards. */
export async function runReminders(run: ReminderRun): Promise<ReminderOutcome> {
  const random = randomFrom(run.seed);
  const database = await run.postgres.createDatabase();
  await run.breakDatabase?.(database);
  const handIns = planHandIns(fixtureOf(run.units), run, random);
  const stage = await setStage({ ...run, database, handIns });
  const killer = createKiller({ ...run, stage, database, random });
  const steps = run.steps ?? WALK.length;
  const settled = await settling({ database, stage, handIns, steps, patienceMs: run.patienceMs ?? 120_000 });
  try {
    await obliged(database, run.units);
    await stage.generator.start();
    for (let step = 0; step < steps; step += 1) {
      setMoment(stage.files.clock, { step, now: WALK[step]?.at ?? '' });
      note(stage.files.stepNotes, { step, at: Date.now() });
      for (const kind of run.strikes.get(step) ?? []) await killer.strike(kind);
      await settled.until(step);
    }
    await run.postgres.restart(); // whatever was not durable is gone
    const workers = stage.workers.map((_, index) => stage.files.worker(index));
    const findings = await check({ url: database.url, units: run.units, steps, workers, ...stage.files });
    return { findings, strikes: readNotes(stage.files.strikes) as Strike[] };
  } finally {
    await Promise.all([settled.close(), killer.close()]);
    await stage.stop();
  }
}

/** Which reports are handed in in which step: as the walk says, in an order of chance. */
function planHandIns({ units }: ReminderFixture, { steps = WALK.length, handedIn }: ReminderRun, random: () => number) {
  const shuffled = units
    .map((unit) => ({ unit, order: random() }))
    .sort((one, other) => one.order - other.order)
    .map(({ unit: { reportId, unitId, head } }) => ({ reportId, unitId, headId: head.personId }));
  let taken = 0;
  return WALK.slice(0, steps).flatMap((each, step) => {
    const count = Math.round(((handedIn ?? each.handedIn) * units.length) / 1000);
    const now = shuffled.slice(taken, taken + count);
    taken += count;
    return now.map((handIn) => ({ ...handIn, step }));
  });
}

/** Every unit owes its report: the sweep found it in the regulation. */
async function obliged({ url }: TestDatabase, units: number): Promise<void> {
  const log = await followLog(url, ['report']);
  let count = 0;
  try {
    for (const until = Date.now() + 60_000; Date.now() < until;) {
      count += (await log.more()).filter(({ type }) => type === 'ReportObliged').length;
      if (count >= units) return;
      await pause(50);
    }
  } finally {
    await log.close();
  }
  throw new Error('the reports were not obliged');
}

const OPEN = `select count(*)::integer as count from kheo_reminders.messages
  where status in ('queued', 'sending') or (not recorded and status in ('sent', 'parked'))`;

interface Settling {
  readonly database: TestDatabase;
  readonly stage: Stage;
  readonly handIns: readonly { readonly reportId: string; readonly step: number }[];
  readonly steps: number;
  readonly patienceMs: number;
}

/** Waits until a step has had all its effects; not for ever, as what is lost never comes. */
async function settling({ database: { url }, stage: { fixture, files }, handIns, steps, patienceMs }: Settling) {
  const log = await followLog(url, ['reminder']);
  const told = toldByTheRules(fixture, new Map(handIns.map(({ reportId, step }) => [reportId, step])), steps);
  const said = new Set<string>();
  const handedIn = followNotes(files.handIns) as Following<HandInNote>;
  let done = 0;
  const isDone = async (step: number): Promise<boolean> => {
    for (const { type, data } of await log.more()) {
      if (type === 'ReminderSent') said.add(sentence(data as Parameters<typeof sentence>[0]));
    }
    const expected = told.filter((each) => each.step <= step && !each.open).flatMap(sentences);
    if (expected.some((each) => !said.has(each))) return false;
    done += handedIn().filter(({ kind }) => kind === 'done').length;
    if (done < handIns.filter((each) => each.step <= step).length) return false;
    return (await asked<{ count: number }>(url, OPEN))[0]?.count === 0;
  };
  return {
    close: () => log.close(),
    until: async (step: number): Promise<void> => {
      for (const end = Date.now() + patienceMs; Date.now() < end;) {
        if (await isDone(step)) return;
        await pause(50);
      }
    },
  };
}

async function check(what: ReminderCheck): Promise<ReminderFindings> {
  const program = fileURLToPath(new URL('../processes/reminder-check.ts', import.meta.url));
  const args = ['--conditions=source', '--no-warnings', program, JSON.stringify(what)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout) as ReminderFindings;
}
