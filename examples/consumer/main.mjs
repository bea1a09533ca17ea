// Builds a table of recognized models in SQLite from the feed of Khéo, and keeps it up to date until it is stopped.
import { follow } from './follow.mjs';
import { openTable } from './table.mjs';
import { readSettings } from './settings.mjs';

const settings = readSettings(process.env);
const table = openTable(settings.file);
const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stopping.abort());

console.log(
  `Đọc ${settings.url} từ vị trí ${table.checkpoint().position} · Reading from position ${table.checkpoint().position}`,
);
try {
  await follow({ ...settings, table, signal: stopping.signal, say: (text) => console.log(text) });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  table.close();
}
