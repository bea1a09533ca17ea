import { rebuildReadModels } from '#read-models';
import { withDatabase } from './wiring/database.ts';
import { progressBar } from './progress.ts';

/** `kheo rebuild`: exits with 1 when the rebuilt tables differ from the live ones. */
export const rebuildAction = async (names: string[], options: { readonly compareOnly: boolean }): Promise<void> => {
  const show = progressBar('Đang dựng lại');
  const report = await withDatabase(({ store, pool }) =>
    rebuildReadModels(
      { store, pool },
      {
        ...(names.length === 0 ? {} : { names }),
        switch: !options.compareOnly,
        onProgress: ({ position, head }) => {
          show(position, head);
        },
      },
    ),
  );
  for (const { name, compared, differences } of report.projections) {
    const verdict = !compared
      ? 'dựng mới, không có gì để so sánh'
      : differences.length === 0
        ? 'giống hệt bảng đang dùng'
        : `${String(differences.length)} chỗ khác`;
    process.stdout.write(`${name}: ${verdict}\n`);
    for (const difference of differences.slice(0, 10)) process.stdout.write(`  ${JSON.stringify(difference)}\n`);
  }
  const rate = Math.round(report.events / Math.max(report.seconds, 0.001));
  process.stdout.write(
    `${report.events.toLocaleString('vi')} sự kiện trong ${report.seconds.toLocaleString('vi', { maximumFractionDigits: 1 })} giây (${rate.toLocaleString('vi')}/giây)\n`,
  );
  if (report.projections.some(({ differences }) => differences.length > 0)) process.exitCode = 1;
};
