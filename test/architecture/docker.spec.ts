import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { settings } from '#configuration';
import { composed, image, read, root, type Service } from '../docker/composed.ts';

const FILES = ['docker/compose.yaml', 'docker/compose.single.yaml'];
const all = FILES.flatMap((file) =>
  Object.entries(composed(file).services).map(([name, service]) => ({ file, name, service })),
);
const own = all.filter(({ service }) => service.image === 'kheo');
const lasting = (service: Service): boolean => service.restart !== 'no';

describe('the compose files', () => {
  it('keep the compose specification and the linter', () => {
    const lint = ['node_modules/dclint/bin/dclint.cjs', '-c', 'docker/.dclintrc.yaml', ...FILES];
    expect(() => execFileSync(process.execPath, lint, { cwd: root, stdio: 'pipe' })).not.toThrow();
  });

  it('hold every program in the narrowest container it can run in', () => {
    for (const { name, service } of all) {
      expect([name, service.cap_drop, service.security_opt]).toEqual([name, ['ALL'], ['no-new-privileges:true']]);
    }
    for (const { name, service } of all.filter((one) => !one.name.startsWith('eventstore-')))
      expect([name, service.read_only]).toEqual([name, true]);
  });

  it('bound the memory and processors of what keeps running, and start it again', () => {
    for (const { name, service } of all.filter((one) => lasting(one.service))) {
      expect([name, service.restart]).toEqual([name, 'unless-stopped']);
      expect([name, typeof service.mem_limit, typeof service.cpus]).toEqual([name, 'string', 'number']);
    }
  });

  it('give the programs longer to stop than the 25 seconds they may need', () => {
    for (const { name, service } of own)
      expect([name, Number.parseInt(service.stop_grace_period ?? '0', 10) > 25]).toEqual([name, true]);
  });

  it('run two copies of every program', () => {
    const commands = Object.values(composed('docker/compose.yaml').services).map(({ command }) => command?.join(' '));
    for (const program of ['api', 'projector', 'reminders'])
      expect(commands.filter((command) => command === `node dist/apps/${program}/main.js`)).toHaveLength(2);
  });

  it('start nothing before the migration has ended well', () => {
    const programs = own.filter(({ file, service }) => file === FILES[0] && service.command?.[1]?.endsWith('/main.js'));
    for (const { name, service } of programs.filter((one) => one.name !== 'migrate'))
      expect([name, service.depends_on?.migrate?.condition]).toEqual([name, 'service_completed_successfully']);
  });

  it.each(FILES)('%s uses only secrets, volumes and networks that it declares, and all of them', (file) => {
    const { services, secrets, volumes, networks } = composed(file);
    const used = (list: (service: Service) => readonly string[]): string[] =>
      [...new Set(Object.values(services).flatMap(list))].sort();
    expect(used(({ secrets: names = [] }) => names)).toEqual(Object.keys(secrets).sort());
    const mounted = used(({ volumes: names = [] }) => names.map((one) => one.split(':')[0] ?? ''));
    expect(mounted.filter((name) => !name.startsWith('.'))).toEqual(Object.keys(volumes).sort());
    for (const path of mounted.filter((name) => name.startsWith('.')))
      expect([path, existsSync(join(root, 'docker', path))]).toEqual([path, true]);
    const joined = used(({ networks: names = [] }) =>
      Array.isArray(names) ? (names as string[]) : Object.keys(names),
    );
    expect(joined).toEqual(Object.keys(networks).sort());
  });

  it('open ports on this machine only, until somebody decides otherwise', () => {
    for (const { name, service } of all)
      for (const port of service.ports ?? [])
        expect([name, port]).toEqual([name, expect.stringMatching(/^127\.0\.0\.1:/u)]);
  });

  it('set only what the programs read, and in the cluster no secret but as a file', () => {
    const known = Object.values(settings).flatMap(({ env, secret }) => (secret ? [env, `${env}_FILE`] : [env]));
    const secrets = Object.values(settings).flatMap(({ env, secret }) => (secret ? [env] : []));
    for (const { file, name, service } of own) {
      const named = Object.keys(service.environment ?? {}).filter((key) => /^(KHEO_|REDIS_)/u.test(key));
      expect([name, named.filter((key) => !known.includes(key))]).toEqual([name, []]);
      if (file === FILES[0]) expect([name, named.filter((key) => secrets.includes(key))]).toEqual([name, []]);
    }
  });
});

describe('the secrets', () => {
  it('are all made by the script, once, in a folder that only its owner may enter, and never committed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kheo-secrets-'));
    const run = (): string => execFileSync('sh', [script], { encoding: 'utf8' });
    const script = join(folder, 'make-secrets.sh');
    execFileSync('cp', [join(root, 'docker/make-secrets.sh'), script]);
    try {
      run();
      const made = readdirSync(join(folder, 'secrets'));
      const wanted = FILES.flatMap((file) => Object.values(composed(file).secrets).map(({ file: path }) => path));
      expect(made.sort()).toEqual([...new Set(wanted.map((path) => path.replace('secrets/', '')))].sort());
      expect(statSync(join(folder, 'secrets')).mode & 0o777).toBe(0o700);
      const contents = () => made.map((name) => readFileSync(join(folder, 'secrets', name), 'utf8'));
      const before = contents();
      expect(new Set(before).size).toBe(made.length);
      expect(run()).toBe('');
      expect(contents()).toEqual(before);
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(read('.gitignore')).toContain('docker/secrets/');
    expect(read('.dockerignore')).toContain('docker/secrets');
  });
});

describe('the image', () => {
  it('is built by a Dockerfile without faults', () => {
    expect(validate(read('docker/Dockerfile')).map(({ message }) => message)).toEqual([]);
  });

  it('runs the pinned Node as somebody without rights, in stages', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: { node: string } };
    const { stages, user } = image();
    expect(new Set(stages)).toEqual(new Set([`node:${devDependencies.node}-bookworm-slim`]));
    expect(stages.length).toBe(3);
    expect(user).toBe('node');
  });

  it('takes its libraries from the stage that has no tools for development', () => {
    expect(read('docker/Dockerfile')).toMatch(
      /AS libraries\n[^]*?npm install [^\n]*--omit=dev[^]*FROM [^]*--from=libraries \/libraries\/node_modules/u,
    );
    expect(image().copies.filter((copy) => copy.includes('node_modules'))).toEqual([
      '/libraries/node_modules node_modules',
    ]);
  });

  it.each(['apps', 'libs'])('finds every package that %s imports among the dependencies', (folder) => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: object };
    const missing = imports(folder).filter((name) => !Object.hasOwn(dependencies, name));
    expect(missing).toEqual([]);
  });
});

/** The packages that the sources below a folder need when they run. */
function imports(folder: string): string[] {
  const sources = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter(
    // The console is built into files, and takes nothing along.
    (name) =>
      name.endsWith('.ts') &&
      !name.startsWith('console/') &&
      !name.endsWith('.spec.ts') &&
      !/(^|\/)(testing|contract)\//u.test(name),
  );
  const found = sources.flatMap((name) =>
    [...read(join(folder, name)).matchAll(/^(?:import|export)(?! type)(?: [^;'"=()]*? from)? '([^'#.][^']*)';/gmu)].map(
      ([, module = '']) => module,
    ),
  );
  const packages = found
    .filter((module) => !module.startsWith('node:'))
    .map((module) => module.split('/', module.startsWith('@') ? 2 : 1).join('/'));
  return [...new Set(packages)].sort();
}
