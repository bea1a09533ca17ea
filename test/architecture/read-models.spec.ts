import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allProjections } from '#read-models';
import { root } from './tools.ts';

const folder = join(root, 'libs/read-models');

/** Where a query names a table: by its name in the builder, or in SQL. */
const NAMED = /(?:selectFrom|[jJ]oin|rowsByThen|lastByThen)\(\s*(?:db, )?'(\w+)|read_models\.(\w+)/gu;

/** The tables that the sources of a read model name. */
const named = (name: string): readonly string[] =>
  readdirSync(join(folder, name), { encoding: 'utf8', recursive: true })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .flatMap((file) => [...readFileSync(join(folder, name, file), 'utf8').matchAll(NAMED)])
    .flatMap(([, built, written]) => built ?? written ?? [])
    .map((table) => table.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`));

describe('the read models', () => {
  it.each(allProjections.map(({ name, tables }) => [name, tables.map((table) => table.name)] as const))(
    '%s reads its own tables and no other',
    (name, own) => {
      expect(named(name).filter((table) => !own.includes(table))).toEqual([]);
    },
  );
});
