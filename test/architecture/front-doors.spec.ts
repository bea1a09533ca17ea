import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, runNode } from './tools.ts';

const doors = Object.keys(
  (JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { imports: Record<string, unknown> }).imports,
);
const libraries = readdirSync(resolve(root, 'libs'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Asks Node itself, as a program in the repository would: where each leads, or why it leads nowhere. */
async function resolved(specifiers: readonly string[]): Promise<Record<string, string>> {
  const code = `
    const found = (name) => { try { return import.meta.resolve(name) } catch (error) { return error.code } };
    const names = ${JSON.stringify(specifiers)};
    console.log(JSON.stringify(Object.fromEntries(names.map((name) => [name, found(name)]))))`;
  const args = ['--conditions=source', '--input-type=module', '--eval', code];
  return JSON.parse((await runNode(args, root)).stdout) as Record<string, string>;
}

describe('the front doors', () => {
  let found: Record<string, string>;

  beforeAll(async () => {
    found = await resolved(doors.flatMap((door) => [door, `${door}/index.ts`]));
  });

  it.each(doors)('%s leads to a file', (door) => {
    expect(existsSync(fileURLToPath(found[door] ?? ''))).toBe(true);
  });

  it.each(libraries)('libs/%s has one', (library) => {
    expect(doors).toContain(`#${library}`);
  });

  it.each(doors)('nothing behind %s can be imported past it', (door) => {
    expect(found[`${door}/index.ts`]).toBe('ERR_PACKAGE_IMPORT_NOT_DEFINED');
  });
});
