/** Generator: `reminder-load.ts <load>`. Hands reports in when the clock of the run comes to their step, until killed. */
import { reporting, type Actor } from '#domain';
import { createEngine, deriveId, StoreUnavailable } from '#engine';
import { openLog } from '../../support/log.ts';
import { clockOf, readMoment } from '../reminders/clock-file.ts';
import { note, readNotes, type HandInNote } from '../reminders/notes.ts';
import { pause, randomFrom } from '../seed.ts';

export interface ReminderLoad {
  readonly url: string;
  readonly clock: string;
  readonly notes: string;
  readonly seed: number;
  /** In their order. */
  readonly handIns: readonly {
    readonly reportId: string;
    readonly unitId: string;
    readonly headId: string;
    readonly step: number;
  }[];
}

type HandIn = ReminderLoad['handIns'][number];

const CALLERS = 6;
/** Spread over some seconds, so that they fall into the midst of what is sent. */
const LONGEST_PAUSE_MS = 120;

const load = JSON.parse(process.argv[2] ?? '') as ReminderLoad;
const before = readNotes(load.notes) as HandInNote[];
const finished = new Set(before.flatMap((entry) => (entry.kind === 'done' ? [entry.reportId] : [])));
note(load.notes, { kind: 'begin', at: Date.now() });

const store = await openLog(load.url);
const engine = createEngine({ store });
const clock = clockOf(load.clock);
const random = randomFrom(load.seed + before.length);
const waiting = load.handIns.filter(({ reportId }) => !finished.has(reportId));
process.stdout.write('ready\n');
await Promise.all(Array.from({ length: CALLERS }, () => call()));

async function call(): Promise<void> {
  for (;;) {
    const next = waiting[0];
    if (next === undefined) return;
    if (readMoment(load.clock).step < next.step) await pause(5);
    else await untilAnswered(waiting.shift() as HandIn);
  }
}

async function untilAnswered(handIn: HandIn): Promise<void> {
  const { reportId, step } = handIn;
  for (let answered = false; !answered;) {
    note(load.notes, { kind: 'try', reportId, step, at: Date.now() });
    const position = await submit(handIn).catch(whenOutOfReach);
    const at = Date.now();
    note(
      load.notes,
      position === undefined ? { kind: 'unknown', reportId, at } : { kind: 'done', reportId, position, at },
    );
    answered = position !== undefined;
    await pause(random() * LONGEST_PAUSE_MS);
  }
}

/** The outcome is unknown; everything else ends the generator. */
function whenOutOfReach(error: unknown): undefined {
  if (!(error instanceof StoreUnavailable)) throw error;
}

/** What the api does when a head of a unit hands a report in. */
async function submit({ reportId, unitId, headId }: HandIn): Promise<number> {
  const commandId = deriveId(reportId, 'hand in');
  const actor: Actor = { personId: headId, role: 'UNIT_HEAD', unitId };
  const meta = { commandId, actor, at: clock.now(), correlationId: commandId };
  const data = { figures: {}, narrative: 'Đã thực hiện.', evidenceIds: [] };
  const answer = await engine.run({
    ...{ stream: `report-${reportId}`, commandId, body: data },
    decider: reporting.decider,
    prepare: (): reporting.SubmitReport => ({
      ...{ type: 'SubmitReport', data, meta },
      facts: {
        ...{ definitions: [], evidence: [], known: {}, children: [] },
        calendar: { holidays: new Map(), makeUpDays: new Set() },
      },
    }),
  });
  if (answer.kind === 'rejected') throw new Error(`the report ${reportId} was refused: ${answer.reason}`);
  return answer.position;
}
