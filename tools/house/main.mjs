// Prints the measures of the house, for reading: node tools/house/main.mjs [a checkout, this one unless told]
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { filesOfOneCommand } from './one-command.mjs';

const root = resolve(process.argv[2] ?? '.');
const tracked = execFileSync('git', ['ls-files', '--', 'apps', 'libs'], { cwd: root, encoding: 'utf8' });
const sources = tracked.split('\n').filter((path) => path.endsWith('.ts'));
const files = sources.map((path) => measured(path, readFileSync(join(root, path), 'utf8')));
const code = files.filter(({ path }) => !/\.spec\.ts$|\/testing\//u.test(path));

print('apps + libs', files);
print('without specs and testing/', code);

/** A file with its lines and how many of its functions are longer than 40. */
function measured(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const lineOf = (position) => source.getLineAndCharacterOfPosition(position).line;
  let long = 0;
  const visit = (node) => {
    if (ts.isFunctionLike(node) && node.body && lineOf(node.end) - lineOf(node.getStart(source)) >= 40) long += 1;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { path, lines: text.split('\n').length - 1, long };
}

function print(title, list) {
  const lines = list.map((file) => file.lines).sort((a, b) => a - b);
  const share = (part) => lines[Math.floor((lines.length - 1) * part)];
  const folders = Map.groupBy(list, ({ path }) => dirname(path));
  const [widest, inside] = [...folders].sort(([, a], [, b]) => b.length - a.length)[0];
  console.log(`\n${title}`);
  console.table({
    files: list.length,
    lines: lines.reduce((sum, each) => sum + each, 0),
    'median lines of a file': share(0.5),
    '90th percentile': share(0.9),
    'files over 200 lines': lines.filter((each) => each > 200).length,
    'functions over 40 lines': list.reduce((sum, { long }) => sum + long, 0),
    'largest flat folder': `${widest}: ${inside.length} files`,
  });
}

const touched = await filesOfOneCommand(root);
console.log(`\naccepting a registration: a function ran in ${touched.length} files`);
const byFolder = Map.groupBy(touched, (path) => path.split('/').slice(0, 2).join('/'));
console.table(Object.fromEntries([...byFolder].map(([folder, inside]) => [folder, inside.length])));
