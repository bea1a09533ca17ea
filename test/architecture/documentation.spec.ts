import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { REGISTRATION_COLUMNS, UNIT_COLUMNS } from '#papers';
import { root } from './tools.ts';

const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...markdownBelow('docs')];
const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }).scripts;

describe('the documentation', () => {
  it.each(pages)('%s links to files that exist', (page) => {
    const targets = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
  });

  it.each(pages)('%s names scripts that exist', (page) => {
    const named = [...read(page).matchAll(/npm run ([\w:-]+)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  });

  it('README.md says what each app and each library is', () => {
    const told = [...read('README.md').matchAll(/^\| `((?:apps|libs)\/[\w-]+)`/gm)].map(([, folder = '']) => folder);
    const there = ['apps', 'libs'].flatMap((part) =>
      readdirSync(join(root, part), { withFileTypes: true }).flatMap((one) =>
        one.isDirectory() ? [`${part}/${one.name}`] : [],
      ),
    );
    expect(told.sort()).toEqual(there.sort());
  });

  it.each(Object.entries({ 'đơn vị · units': UNIT_COLUMNS, 'mô hình · models': REGISTRATION_COLUMNS }))(
    'the page on imports tells of every column of a list of %s its headings, whether it is needed, and what is taken',
    (list, columns) => {
      const [, table = ''] = read('docs/how-to/import-a-list.md').split(`| ${list} `);
      const bare = (text: string): string =>
        text
          .replaceAll(/\s*\|\s*/gu, ' ')
          .replaceAll(/\s+/gu, ' ')
          .trim();
      const rows = columns.map(({ headers, required, means }) =>
        bare(`${headers.join(' · ')} ${required ? 'có · yes' : ''} ${means.vi} · ${means.en}`),
      );
      expect(table.split('\n\n')[0]?.split('\n').slice(2).map(bare)).toEqual(rows);
    },
  );

  it.each(markdownBelow('docs').filter((page) => !page.startsWith('docs/adr/README')))('%s can be reached', (page) => {
    if (page === 'docs/README.md') expect(read('README.md')).toContain(page);
    else expect(read('docs/README.md')).toContain(`(${relative('docs', page)})`);
  });
});

function markdownBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

function read(page: string): string {
  return readFileSync(join(root, page), 'utf8');
}
