import { systemClock } from '#engine';
import { createIncidents, listIncidents } from '#use-cases';
import { readProjectionStatus } from '#read-models';
import { withDatabase } from './wiring/database.ts';

/** `kheo status`: exits with 1 when a read model has stopped or an incident is open. */
export const statusAction = async (options: { readonly json: boolean }): Promise<void> => {
  const status = await withDatabase(async ({ store, pool }) => {
    return {
      head: await store.head(),
      readModels: await readProjectionStatus({ store, pool }, systemClock.now()),
      incidents: await listIncidents(createIncidents(store), { status: 'OPEN' }),
    };
  });
  process.stdout.write(options.json ? `${JSON.stringify(status, null, 2)}\n` : describe(status));
  const stopped = status.readModels.some((each) => each.status === 'stopped');
  if (stopped || status.incidents.length > 0) process.exitCode = 1;
};

interface Status {
  readonly head: number;
  readonly readModels: Awaited<ReturnType<typeof readProjectionStatus>>;
  readonly incidents: readonly {
    readonly id: string;
    readonly reaction: string;
    readonly since: string;
    readonly cause: string;
  }[];
}

const describe = ({ head, readModels, incidents }: Status): string => {
  const lines = readModels.map(({ name, status, position, lagEvents, lagMore, lagSeconds, holder, error }) => {
    const late = `${String(lagEvents)}${lagMore ? '+' : ''} sự kiện, ${String(Math.round(lagSeconds))} giây`;
    const state = status === 'stopped' ? `DỪNG: ${error ?? ''}` : holder === null ? 'không ai đang ghi' : 'đang chạy';
    return `  ${name.padEnd(20)} ${String(position).padStart(9)}  chậm ${late}  ${state}`;
  });
  const open = incidents.map(({ id, reaction, since, cause }) => `  ${id}  ${since}  ${reaction}: ${cause}`);
  return [
    `Nhật ký: đến vị trí ${head.toLocaleString('vi')}`,
    'Bảng đọc:',
    ...lines,
    open.length === 0 ? 'Không có sự cố.' : `Sự cố đang mở (${String(open.length)}):`,
    ...open,
    '',
  ].join('\n');
};
