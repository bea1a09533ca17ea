import { readFileSync } from 'node:fs';

const built = 'dist/apps/console';
const parts = JSON.parse(readFileSync(`${built}/.vite/manifest.json`, 'utf8'));

/** A part with all that it cannot do without. */
const withImports = (name, found = new Set()) => {
  if (found.has(name)) return found;
  found.add(name);
  for (const each of parts[name].imports ?? []) withImports(each, found);
  return found;
};

const files = (...names) => [
  ...new Set(names.flatMap((name) => [...withImports(name)]).map((name) => `${built}/${parts[name].file}`)),
];

/** What a browser fetches for the pages that everybody opens. Source: the console's promise C12. */
export default [
  { name: 'sign-in and home, script', path: files('index.html'), limit: '300 kB', gzip: true },
  {
    name: 'English texts',
    path: files('shared/texts/en/index.ts').filter((file) => /\/en-/u.test(file)),
    limit: '60 kB',
    gzip: true,
  },
];
