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

/** Asks Node itself, as a program in the repository would. */
async function resolved(specifier: string): Promise<string> {
  const code = `try { console.log(import.meta.resolve('${specifier}')) } catch (error) { console.log(error.code) }`;
  const args = ['--conditions=source', '--input-type=module', '--eval', code];
  return (await runNode(args, root)).stdout.trim();
}

describe('the front doors', () => {
  it.each(doors)('%s leads to a file', async (door) => {
    expect(existsSync(fileURLToPath(await resolved(door)))).toBe(true);
  });

  it.each(libraries)('libs/%s has one', (library) => {
    expect(doors).toContain(`#${library}`);
  });

  it.each(doors)('nothing behind %s can be imported past it', async (door) => {
    expect(await resolved(`${door}/index.ts`)).toBe('ERR_PACKAGE_IMPORT_NOT_DEFINED');
  });
});
