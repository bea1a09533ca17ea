import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem, type } from 'node:os';
import { parseArgs } from 'node:util';
import { benchAppend64 } from './append.ts';
import { benchCommand64 } from './command.ts';
import { benchHttpCommand } from './http-command.ts';
import { benchDueToDelivered } from './due-to-delivered.ts';
import { benchEsdbAppend, benchEsdbCatchUp, benchEsdbCommand } from './esdb.ts';
import { benchImport } from './import.ts';
import { benchRebuild } from './rebuild.ts';
import { benchRemindersPostgres, benchRemindersRedis } from './reminders.ts';
import type { BenchRow } from './row.ts';
import { benchSse200 } from './sse.ts';
import { benchSweep } from './sweep.ts';

/** Every row of the speed table by name. `events` is the size of the log, where the row has one. */
const BENCHES: Readonly<Record<string, (options: { readonly events: number }) => Promise<BenchRow>>> = {
  'append-64': benchAppend64,
  'command-64': benchCommand64,
  'http-command': benchHttpCommand,
  import: benchImport,
  rebuild: benchRebuild,
  'esdb-append': benchEsdbAppend,
  'esdb-command': benchEsdbCommand,
  'esdb-catch-up': benchEsdbCatchUp,
  'sse-200': benchSse200,
  sweep: benchSweep,
  'reminders-postgres': benchRemindersPostgres,
  'reminders-redis': benchRemindersRedis,
  'due-to-delivered': benchDueToDelivered,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, events: { type: 'string', default: '100000' } },
});

const unknown = positionals.filter((name) => !(name in BENCHES));
const events = Number(values.events);
if (unknown.length > 0 || !Number.isSafeInteger(events) || events < 1) {
  console.error(`usage: npm run bench -- [--json] [--events <n>] [${Object.keys(BENCHES).join('|')}…]`);
  process.exit(2);
}

const rows: BenchRow[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  if (!values.json) console.error(`${name} …`);
  rows.push(await bench({ events }));
}

const machine = `${String(cpus().length)} × ${cpus()[0]?.model ?? 'CPU'}, ${String(Math.round(totalmem() / 2 ** 30))} GiB, ${type()} ${release()}, Node ${process.version}`;
if (values.json) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  console.log(JSON.stringify({ machine, commit, rows }));
} else {
  console.log(`\n${machine}\n`);
  const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
  const format = (value: number): string => (value < 10 ? value.toFixed(2) : whole.format(value));
  for (const row of rows) {
    const cells = [
      row.name.padEnd(18),
      `${format(row.value)} ${row.unit}`.padEnd(20),
      `bare ${row.bound === null ? '—' : format(row.bound)}`.padEnd(14),
      `ratio ${row.ratio === null ? '—' : row.ratio.toFixed(2)}`.padEnd(12),
      `target ${row.target === null ? '—' : String(row.target)}`.padEnd(14),
      row.met ? 'met' : 'NOT MET',
    ];
    console.log(cells.join('  '));
    if (row.note !== undefined) console.log(`${' '.repeat(20)}${row.note}`);
  }
}
