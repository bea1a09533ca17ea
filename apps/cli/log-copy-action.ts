import { setTimeout as sleep } from 'node:timers/promises';
import { compareLogs, copyLog, type CopyProgress, type TwoLogs } from '#event-store';
import { nameOf, readAddress, type Address } from './log-copy/address.ts';
import { reasonOf } from './log-copy/reason.ts';
import { brokenOffText, compareText, copyText, NOT_MOVED } from './log-copy/texts.ts';
import { progressBar } from './progress.ts';
import { openLog } from './wiring/open-log.ts';

interface LogCopyFlags {
  readonly from?: string;
  readonly to?: string;
  readonly verifyOnly: boolean;
}

const STOPPED = 130;

/** `kheo log copy`: exits with 1 when the logs are not equal in the end, with 130 when it was stopped. */
export const logCopyAction = async (flags: LogCopyFlags): Promise<void> => {
  const [source, target] = [readAddress('from', flags.from, process.env), readAddress('to', flags.to, process.env)];
  if (JSON.stringify(source) === JSON.stringify(target))
    throw new Error('--from và --to là cùng một nhật ký\n--from and --to are the same log');
  process.exitCode = await withBoth(source, target, flags.verifyOnly, async (logs) => {
    const copied = flags.verifyOnly ? 0 : await copy(logs);
    if (copied !== 0) return copied;
    const compared = await compare(logs);
    if (compared === 0 && !flags.verifyOnly) process.stdout.write(NOT_MOVED);
    return compared;
  });
};

const copy = async (logs: TwoLogs): Promise<number> => {
  const { outcome, seconds } = await timed(() => copyLog(logs));
  process.stdout.write(copyText(outcome, seconds));
  if (outcome.kind === 'stopped') return STOPPED;
  return outcome.kind === 'copied' ? 0 : 1;
};

const compare = async (logs: TwoLogs): Promise<number> => {
  const { outcome, seconds } = await timed(() => compareLogs(logs));
  process.stdout.write(compareText(outcome, seconds));
  if (outcome.kind === 'stopped') return STOPPED;
  return outcome.kind === 'equal' ? 0 : 1;
};

/** The first Ctrl-C stops behind the append at hand, the second at once: either can be gone on from. */
const withBoth = async (
  source: Address,
  target: Address,
  verifyOnly: boolean,
  work: (logs: TwoLogs) => Promise<number>,
): Promise<number> => {
  process.stderr.write(`${nameOf(source)} → ${nameOf(target)}\n`);
  const controller = new AbortController();
  const { signal } = controller;
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort());
  const from = await openLog(source, { end: 'from', mayBeNew: false });
  try {
    const to = await openLog(target, { end: 'to', mayBeNew: !verifyOnly });
    const pause = (ms: number): Promise<void> => sleep(ms, undefined, { signal }).catch(() => undefined);
    try {
      return await work({ from: from.store, to: to.store, signal, pause, onProgress: bars() });
    } catch (error) {
      throw new Error(brokenOffText(reasonOf(error)), { cause: error });
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
};

const bars = (): ((progress: CopyProgress) => void) => {
  const shown = {
    checking: progressBar('Đang so phần đã chép / checking what is there'),
    copying: progressBar('Đang chép / copying'),
    comparing: progressBar('Đang so từng sự kiện / comparing'),
  };
  return ({ phase, position, head }) => {
    shown[phase](Math.min(position, head), head);
  };
};

const timed = async <T>(work: () => Promise<T>): Promise<{ readonly outcome: T; readonly seconds: number }> => {
  const start = performance.now();
  const outcome = await work();
  return { outcome, seconds: (performance.now() - start) / 1000 };
};
