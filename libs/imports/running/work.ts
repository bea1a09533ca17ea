import { organization } from '#domain';
import { StoreUnavailable } from '#engine';
import { LogUnreachableError } from '#event-store';
import type { EvidenceFiles } from '#evidence';
import { actingAs } from '#identity';
import { UnusableFile, type ListFile, type ListRow, type Notice } from '#papers';
import { isOutOfReach, LeaseLost, renewEveryMs } from '#postgres';
import type { Import, ImportStatus, RowKind, RowResult } from '../import.ts';
import { BROKEN, failed } from '../rows/remarks.ts';
import { doneBehind, type RowPorts } from '../rows/tools.ts';
import type { ImportWork, TakenImport } from '../store/import-work.ts';
import { openImported } from './open-imported.ts';
import { planFor, type WorkPlan } from './work-plan.ts';
import { writeRows } from './write-rows.ts';

export interface WorkOptions {
  readonly store: ImportWork;
  readonly ports: RowPorts;
  readonly files: Pick<EvidenceFiles, 'locate'>;
  readonly leaseMs: number;
  /** Rows at once. */
  readonly lanes: number;
  /** Told of a row that failed for a reason nobody foresaw. */
  readonly onBroken: (error: unknown, importId: string) => void;
}

/**
 * Works through one import until it ends, is cancelled, or `signal` says to stop; then what is at hand is ended and
 * written, and another may go on. Everything is written under the lease: who lost it writes nothing more.
 */
export const workOn = async (taken: TakenImport, options: WorkOptions, signal: AbortSignal): Promise<void> => {
  const { store, ports, leaseMs } = options;
  const { lease, asked } = taken;
  const lost = new AbortController();
  const progress = { done: asked.dryRun ? 0 : asked.done };
  const beat = setInterval(() => {
    store.advance(lease, progress.done, [], leaseMs).catch((error: unknown) => lost.abort(error));
  }, renewEveryMs(leaseMs)).unref();
  const end = async (status: ImportStatus, notice?: Notice): Promise<void> => {
    const over = { status, at: ports.clock.now(), head: await ports.store.head() };
    await store.end(lease, { ...over, ...(notice === undefined ? {} : { notice }) });
  };
  try {
    const prepared = await prepare(taken, options);
    if (prepared.kind === 'unusable') {
      await end('UNUSABLE', prepared.notice);
      return;
    }
    const over = AbortSignal.any([signal, lost.signal]);
    const ended = await workThrough(taken, prepared, progress, options, over);
    if (ended === 'shut') await end('CANCELLED', SHUT);
    else if (ended === 'done') await end('ENDED');
    else await store.release(lease, true);
  } catch (error) {
    if (!(error instanceof LeaseLost)) await store.release(lease, isElsewhere(error)).catch(() => undefined);
    throw error;
  } finally {
    clearInterval(beat);
  }
};

/** What is out of reach now comes back: the import is not to blame. */
const isElsewhere = (error: unknown): boolean =>
  error instanceof StoreUnavailable ||
  error instanceof LogUnreachableError ||
  error instanceof LeaseLost ||
  isOutOfReach(error);

const SHUT = {
  vi: 'Đã dừng: tài khoản của người gửi danh sách không còn đăng nhập được. Các dòng đã nhập giữ nguyên.',
  en: 'Stopped: whoever sent the list may no longer sign in. What was imported stays.',
};
const NO_CYCLE = { vi: 'Không có đợt thi đua này.', en: 'There is no such cycle.' };
const UNREADABLE = { vi: 'Không đọc được tệp này.', en: 'This file cannot be read.' };

type Prepared =
  | { readonly kind: 'unusable'; readonly notice: Notice }
  | { readonly kind: 'plan'; readonly plan: WorkPlan; readonly before: ReadonlyMap<number, RowKind> };

const prepare = async (
  { lease, asked, resumed, fromPosition, hopeless }: TakenImport,
  { store, ports, files, leaseMs, onBroken }: WorkOptions,
): Promise<Prepared> => {
  if (hopeless) return { kind: 'unusable', notice: UNREADABLE };
  if (asked.dryRun && resumed) await store.restart(lease, leaseMs);
  let list: ListFile;
  try {
    list = await openImported(asked, { ports, files });
  } catch (error) {
    if (error instanceof UnusableFile) return { kind: 'unusable', notice: { vi: error.vi, en: error.en } };
    onBroken(error, asked.id);
    return { kind: 'unusable', notice: UNREADABLE };
  }
  const { sheet, rows, ignored, notices } = list;
  const { appointmentId, ...sender } = asked.by;
  const directory =
    appointmentId === undefined
      ? ports.directory
      : actingAs(ports.directory, { personId: sender.personId, appointmentId });
  const plan = await planFor(asked, list, {
    ports: { ...ports, directory },
    ...{ caller: { kind: 'person', ...sender, importId: asked.id }, dryRun: asked.dryRun },
    doneBefore: resumed ? doneBehind(fromPosition) : () => undefined,
  });
  if (plan === undefined) return { kind: 'unusable', notice: NO_CYCLE };
  const read = {
    total: rows.length,
    ignored,
    notices: [...notices, ...plan.notices],
    ...(sheet === undefined ? {} : { readSheet: sheet }),
  };
  await store.describe(lease, read);
  return { kind: 'plan', plan, before: asked.dryRun ? new Map() : await store.outcomes(asked.id) };
};

/** `stopped`: this process was told to; `shut`: the sender may not sign in any more. */
type Ending = 'done' | 'stopped' | 'shut' | 'cancelled';

const workThrough = async (
  taken: TakenImport,
  { plan, before }: Extract<Prepared, { readonly kind: 'plan' }>,
  progress: { done: number },
  options: WorkOptions,
  signal: AbortSignal,
): Promise<Ending> => {
  const { ports, lanes } = options;
  const { asked } = taken;
  const left = plan.rows.filter(({ line }) => !before.has(line)).values();
  const underWay = new Map<ListRow, Promise<RowKind>>();
  let ending: Ending | undefined;
  const written = writeRows(taken, progress, options, async (status) => {
    if (status !== 'RUNNING') ending = 'cancelled';
    else if (!(await maySignIn(ports, asked))) ending ??= 'shut';
  });
  const lane = async (): Promise<void> => {
    for (const row of left) {
      if (ending !== undefined || written.broken() || signal.aborted) return;
      const above = plan.before(row);
      const became = above && (before.has(above.line) ? before.get(above.line) : underWay.get(above));
      const acting = actOn(row, became, plan, options, asked.id);
      const kind = acting.then((result) => result.kind);
      kind.catch(() => (ending ??= 'stopped'));
      underWay.set(row, kind);
      const result = await acting;
      await written.add({ line: row.line, ...result });
    }
  };
  await written.flush();
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  await written.close();
  const failure = ended.find((each) => each.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
  return ending ?? (signal.aborted && left.next().done !== true ? 'stopped' : 'done');
};

const actOn = async (
  row: ListRow,
  above: RowKind | Promise<RowKind> | undefined,
  plan: WorkPlan,
  { onBroken }: Pick<WorkOptions, 'onBroken'>,
  importId: string,
): Promise<RowResult> => {
  const became = await above;
  try {
    return await plan.act(row, became);
  } catch (error) {
    if (isElsewhere(error)) throw error;
    onBroken(error, importId);
    return failed(BROKEN);
  }
};

const maySignIn = async ({ directory }: RowPorts, { by }: Import): Promise<boolean> => {
  const { book } = await directory.current();
  const account = organization.personOf(book, by.personId)?.account;
  return account?.status === 'OPEN' && (by.accountId === undefined || account.accountId === by.accountId);
};
