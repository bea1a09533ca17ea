import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Handlers, QueueWorker, ReminderQueue } from '../reminder-queue.port.ts';
import { job, recordingHandlers, newGate, until, untilEmpty } from './recording-handlers.ts';
import type { QueueUnderTest } from './queue-under-test.ts';

const AN_HOUR = 3_600_000;
const doomedWorker = fileURLToPath(new URL('./doomed-worker.ts', import.meta.url));

/** What every queue promises, whatever it stands on. */
export function describeReminderQueueContract(name: string, underTest: () => QueueUnderTest): void {
  describe(name, () => {
    let opened: ReminderQueue[] = [];
    const open = (): ReminderQueue => {
      const another = underTest().open();
      opened.push(another);
      return another;
    };
    const workers: QueueWorker[] = [];
    const fixture: Fixture = {
      underTest,
      open,
      work: async (handlers, concurrency, at = fixture.queue()) => {
        const worker = await at.work(handlers, { concurrency });
        workers.push(worker);
        return worker;
      },
      opened: () => opened,
      queue: () => opened[0] ?? open(),
    };

    beforeEach(async () => {
      await underTest().forgetEverything();
      underTest().errors.length = 0;
      opened = [];
      open();
    });
    afterEach(async () => {
      await Promise.all(workers.splice(0).map((each) => each.stop()));
      await Promise.all(opened.map((each) => each.close()));
    });

    describeSpreading(fixture);
    describeSweeping(fixture);
    describeForgetting(fixture);
    describeTrouble(fixture);
  });
}

/** What the stories share. */
interface Fixture {
  readonly underTest: () => QueueUnderTest;
  /** The first one opened in this story. */
  readonly queue: () => ReminderQueue;
  readonly open: () => ReminderQueue;
  /** Stopped when the story has ended, however it ended. */
  readonly work: (handlers: Handlers, concurrency: number, at?: ReminderQueue) => Promise<QueueWorker>;
  readonly opened: () => readonly ReminderQueue[];
}

function describeSpreading({ queue, open, work }: Fixture): void {
  it('queues a job once, although it was asked twice', async () => {
    await queue().add([job('a'), job('a')]);
    await open().add([job('a')]);

    expect(await queue().counts()).toEqual({ waiting: 1, active: 0, failed: 0 });
  });

  it('leaves a job as it is when it is added again while it runs', async () => {
    const gate = newGate();
    const handlers = recordingHandlers({ deliver: () => gate.opened });
    await work(handlers, 2);
    await queue().add([job('a')]);
    await until(() => handlers.delivered.length === 1);
    await queue().add([job('a')]);

    expect(await queue().counts()).toEqual({ waiting: 0, active: 1, failed: 0 });
    gate.open();
  });

  it('hands out every job, also one whose id was done before, among several workers', async () => {
    const handlers = recordingHandlers();
    await Promise.all([queue(), open(), open()].map((each) => work(handlers, 3, each)));
    const ids = Array.from({ length: 60 }, (_, index) => `job:${index}`);
    await queue().add(ids.map(job));
    await until(() => handlers.delivered.length === 60);
    await untilEmpty(queue());
    await queue().add([job('job:7')]);
    await until(() => handlers.delivered.length === 61);

    expect([...new Set(handlers.delivered)].toSorted()).toEqual(ids.toSorted());
  });
}

function describeSweeping({ queue, open, work }: Fixture): void {
  it('sweeps no oftener for all the processes that ask for it', async () => {
    const handlers = recordingHandlers();
    const queues = [queue(), open(), open()];
    await Promise.all(queues.map((each) => work(handlers, 1, each)));
    await Promise.all(queues.map((each) => each.scheduleSweep(AN_HOUR)));
    await until(() => handlers.sweeps > 0);
    await Promise.all(queues.map((each) => each.scheduleSweep(AN_HOUR)));
    await queue().add([job('a')]);
    await until(() => handlers.delivered.length === 1);

    // Six times asked for: all who ask first at the same moment may each have one queued, and nobody who asks later.
    expect(handlers.sweeps).toBeLessThanOrEqual(queues.length);
  });

  it('sweeps again and again', async () => {
    const handlers = recordingHandlers({
      sweep: () => (handlers.sweeps === 2 ? Promise.reject(new Error('one in vain')) : Promise.resolve()),
    });
    await work(handlers, 1);
    await queue().scheduleSweep(50);
    await until(() => handlers.sweeps >= 4);
  });
}

function describeForgetting({ underTest, queue, work }: Fixture): void {
  it('gives a job to another when the process that had it was killed', async () => {
    const { kind, url } = underTest();
    const args = ['--conditions=source', '--no-warnings', doomedWorker, kind, url];
    const doomed = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    await queue().add([job('a')]);
    const [said] = (await once(doomed.stdout, 'data')) as [Buffer];
    expect(said.toString()).toBe('took a\n');
    doomed.kill('SIGKILL');

    const handlers = recordingHandlers();
    const worker = await work(handlers, 1);
    await until(() => handlers.delivered.length === 1);
    await worker.stop();
    expect(handlers.delivered).toEqual(['a']);
    expect(await queue().counts()).toEqual({ waiting: 0, active: 0, failed: 0 });
  });

  it('goes on with what comes after everything was forgotten, under the workers that run', async () => {
    const handlers = recordingHandlers();
    await work(handlers, 2);
    await queue().scheduleSweep(AN_HOUR);
    await queue().add([job('before')]);
    await until(() => handlers.delivered.includes('before') && handlers.sweeps === 1);

    await underTest().forgetEverything();
    await queue().add([job('after'), job('before')]);
    await queue().scheduleSweep(AN_HOUR);
    await until(() => handlers.delivered.length === 3 && handlers.sweeps === 2);

    expect(handlers.delivered.toSorted()).toEqual(['after', 'before', 'before']);
  });

  it('goes on after a job was forgotten while it ran', async () => {
    const gate = newGate();
    const handlers = recordingHandlers({ deliver: ([id]) => (id === 'forgotten' ? gate.opened : Promise.resolve()) });
    await work(handlers, 1);
    await queue().add([job('forgotten')]);
    await until(() => handlers.delivered.length === 1);
    await underTest().forgetEverything();
    gate.open();
    await queue().add([job('next')]);
    await until(() => handlers.delivered.includes('next'));
  });
}

function describeTrouble({ underTest, queue, open, opened, work }: Fixture): void {
  it('tells of a handler that threw, and loses nothing by it', async () => {
    const handlers = recordingHandlers({
      deliver: ([id]) => (id === 'bad' ? Promise.reject(new Error('bad mail')) : Promise.resolve()),
    });
    const worker = await work(handlers, 1);
    await queue().add([job('bad'), job('good')]);
    await until(() => handlers.delivered.length === 2);
    await untilEmpty(queue());
    await queue().add([job('bad')]);
    await until(() => handlers.delivered.length === 3);
    await worker.stop();

    expect(underTest().errors.map((error) => error.message)).toEqual(['bad mail', 'bad mail']);
  });

  it('lets the running job end when it is stopped, and begins no other', async () => {
    const gate = newGate();
    let ended = false;
    const handlers = recordingHandlers({ deliver: () => gate.opened.then(() => void (ended = true)) });
    const worker = await work(handlers, 1);
    await queue().add([job('a'), job('b')]);
    await until(() => handlers.delivered.length === 1);
    const stopped = worker.stop();
    gate.open();
    await stopped;

    expect(ended).toBe(true);
    expect(handlers.delivered).toHaveLength(1);
    expect(await queue().counts()).toEqual({ waiting: 1, active: 0, failed: 0 });
  });

  it('says that its server is out of reach, and goes on when it is back', async () => {
    const handlers = recordingHandlers();
    await work(handlers, 2);
    await queue().add([job('before')]);
    await until(() => handlers.delivered.length === 1);

    await underTest().killServer();
    await expect(queue().ping()).rejects.toThrow();
    await expect(queue().add([job('lost')])).rejects.toThrow();
    await expect(open().counts()).rejects.toThrow();
    await expect(open().work(handlers, { concurrency: 1 })).rejects.toThrow();
    await underTest().restartServer();

    await until(() =>
      queue()
        .ping()
        .then(
          () => true,
          () => false,
        ),
    );
    await until(() =>
      queue()
        .add([job('after')])
        .then(
          () => true,
          () => false,
        ),
    );
    await until(() => handlers.delivered.includes('after'));
    expect(await opened()[1]?.counts()).toMatchObject({ failed: 0 });
  });
}
