import { describeErrors, readConfiguration, settings } from '#configuration';
import type { Configuration, ConfigurationError } from '#configuration';

const noFiles = (): never => {
  throw new Error('ENOENT');
};

function read(env: Record<string, string>, file: (path: string) => string = noFiles): Configuration {
  const result = readConfiguration(env, { readFile: file });
  if (result.kind === 'wrong') throw new Error(describeErrors(result.errors));
  return result.configuration;
}

function errorsOf(
  env: Record<string, string>,
  file: (path: string) => string = noFiles,
): readonly ConfigurationError[] {
  const result = readConfiguration(env, { readFile: file });
  return result.kind === 'wrong' ? result.errors : [];
}

describe('the configuration', () => {
  it('is complete when nothing is set, listens to this machine only and embeds its database', () => {
    expect(read({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: undefined,
      trustProxy: false,
      dataDir: './data',
      log: 'postgres',
      eventStoreUrl: undefined,
      healthHost: '127.0.0.1',
      healthPort: 3001,
      databaseUrl: undefined,
      databaseAdminUrl: undefined,
      demoPassword: undefined,
      logLevel: 'info',
      secondFactor: 'optional',
      sessionIdleMinutes: 30,
      sessionMaxHours: 12,
      rateLimitPerMinute: 600,
      signInFailuresPerMinute: 30,
      signInFreeAttempts: 5,
      signInLongestWaitSeconds: 60,
      signInHalfLifeMinutes: 15,
      redisUrl: undefined,
      smtpUrl: undefined,
      mailFrom: 'Khéo <kheo@localhost>',
      smtpTls: 'required',
      sweepSeconds: 60,
    });
  });

  it('takes each value from its variable, typed', () => {
    const configuration = read({ KHEO_PORT: '8080', KHEO_TRUST_PROXY: '1', KHEO_LOG_LEVEL: 'debug' });
    expect(configuration).toMatchObject({ port: 8080, trustProxy: 1, logLevel: 'debug' });
  });

  it('believes so many proxies, or those it is told, and not whoever writes the header', () => {
    const trusted = (proxies: string) => read({ KHEO_TRUST_PROXY: proxies }).trustProxy;
    expect([trusted('false'), trusted('2')]).toEqual([false, 2]);
    expect(trusted('10.0.0.2, 10.1.0.0/16,fd00::/8')).toEqual(['10.0.0.2', '10.1.0.0/16', 'fd00::/8']);
    for (const wrong of ['true', '0', '10', 'proxy.local', '10.0.0.0/33', '10.0.0.2,'])
      expect(readConfiguration({ KHEO_TRUST_PROXY: wrong })).toMatchObject({ kind: 'wrong' });
  });

  it('says what this very process is missing, together with everything else that is wrong', () => {
    const wrong = readConfiguration(
      { KHEO_PORT: 'x', KHEO_LOG: 'eventstoredb' },
      { readFile: noFiles, needs: ['databaseUrl'] },
    );
    const told = wrong.kind === 'wrong' ? wrong.errors.map(({ en }) => en) : [];
    expect(told).toEqual([
      'KHEO_PORT: must be a whole number from 0 to 65535',
      'KHEO_DATABASE_URL: is required',
      'KHEO_EVENTSTORE_URL: is required',
    ]);
  });

  it('tells once of a setting that is needed and wrong', () => {
    const wrong = readConfiguration({ KHEO_DATABASE_URL: 'paper' }, { readFile: noFiles, needs: ['databaseUrl'] });
    expect(wrong).toMatchObject({ kind: 'wrong', errors: [{ env: 'KHEO_DATABASE_URL' }] });
  });

  it('reads every secret from a file as well', () => {
    const secrets = Object.values(settings).filter(({ secret }) => secret);
    expect(secrets.map(({ env }) => env)).toContain('REDIS_URL');
    for (const { env } of secrets) expect(errorsOf({ [`${env}_FILE`]: '/missing' })).toMatchObject([{ env }]);
  });

  it('lets nobody who guesses keep the owner of a name out for more than a minute at a time', () => {
    expect(read({ KHEO_SIGN_IN_LONGEST_WAIT_SECONDS: '60' }).signInLongestWaitSeconds).toBe(60);
    expect(errorsOf({ KHEO_SIGN_IN_LONGEST_WAIT_SECONDS: '61' })).toHaveLength(1);
  });

  it('treats an empty variable as absent', () => {
    expect(read({ KHEO_PORT: '', KHEO_DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  it('says everything that is wrong at once, in both languages', () => {
    const errors = errorsOf({
      KHEO_PORT: '70000',
      KHEO_TRUST_PROXY: 'yes',
      KHEO_LOG: 'paper',
      KHEO_DATABASE_URL: 'localhost',
      KHEO_DEMO_PASSWORD: 'short',
    });
    expect(errors.map(({ env }) => env)).toEqual([
      'KHEO_PORT',
      'KHEO_TRUST_PROXY',
      'KHEO_LOG',
      'KHEO_DATABASE_URL',
      'KHEO_DEMO_PASSWORD',
    ]);
    expect(describeErrors(errors)).toContain('- KHEO_PORT: phải là số nguyên từ 0 đến 65535\n  KHEO_PORT: must be');
  });

  it.each(['-1', '1.5', '0x10', ' 80', '1e3', '65536'])('refuses %j as a port', (port) => {
    expect(errorsOf({ KHEO_PORT: port })).toHaveLength(1);
  });

  it('reads a secret from the first line of a file', () => {
    const files = { '/run/secrets/db': 'postgres://kheo:s3cret@db/kheo\n' } as Record<string, string>;
    const configuration = read({ KHEO_DATABASE_URL_FILE: '/run/secrets/db' }, (path) => files[path] ?? noFiles());
    expect(configuration.databaseUrl).toBe('postgres://kheo:s3cret@db/kheo');
  });

  it('reports a secret file that cannot be read, and a secret given twice', () => {
    expect(errorsOf({ KHEO_DATABASE_URL_FILE: '/missing' })[0]?.en).toContain('/missing');
    expect(errorsOf({ KHEO_DATABASE_URL: 'postgres://a/b', KHEO_DATABASE_URL_FILE: '/x' })[0]?.en).toContain(
      'together',
    );
  });

  it('does not read settings that are no secrets from files', () => {
    expect(read({ KHEO_PORT_FILE: '/run/port' }, () => '8080').port).toBe(3000);
  });

  it('never repeats a wrong value, as it may be a secret', () => {
    expect(describeErrors(errorsOf({ KHEO_DATABASE_URL: 'mysql://kheo:s3cret@db' }))).not.toContain('s3cret');
  });

  it('takes the queue and the mail server from their own settings, and refuses what they are not', () => {
    const given = { REDIS_URL: 'rediss://cache:6379/2', KHEO_SMTP_URL: 'smtps://khéo:pw@mail', KHEO_SMTP_TLS: 'none' };
    expect(read(given)).toMatchObject({ redisUrl: given.REDIS_URL, smtpUrl: given.KHEO_SMTP_URL, smtpTls: 'none' });
    const wrong = { REDIS_URL: 'http://cache', KHEO_SMTP_URL: 'mail', KHEO_SMTP_TLS: 'maybe', KHEO_SWEEP_SECONDS: '0' };
    expect(errorsOf(wrong).map(({ env }) => env)).toEqual(Object.keys(wrong));
  });

  it('takes a cluster by its seed or by all its nodes, and looks at each of them', () => {
    const given = (url: string) => ({ KHEO_LOG: 'eventstoredb', KHEO_EVENTSTORE_URL: url });
    const nodes = 'esdb://kheo:s3cret@a:2113,b:2113,c:2113?tls=true&tlsCAFile=/ca/ca.crt';
    for (const url of [nodes, 'kurrentdb+discover://kheo:s3cret@cluster.example:2113', 'esdb://[::1]:2113,b?tls=false'])
      expect(read(given(url)).eventStoreUrl).toBe(url);
    for (const url of ['esdb://a:2113,b:port', 'esdb://a,', 'esdb://a:2113,,c:2113', 'https://a:2113,b:2113', 'a,b'])
      expect(errorsOf(given(url)).map(({ env }) => env)).toContain('KHEO_EVENTSTORE_URL');
    expect(errorsOf({ KHEO_DATABASE_URL: 'postgres://kheo@a:5432,b:5432/kheo' })).toHaveLength(1);
  });

  it('explains every setting in both languages under a name of its own', () => {
    const all = Object.values(settings);
    expect(new Set(all.map(({ env }) => env)).size).toBe(all.length);
    for (const { env, meaning } of all) {
      expect(env).toMatch(/^(KHEO_[A-Z_]+|REDIS_URL)$/); // the name every Redis client knows
      expect(meaning.vi).not.toBe(meaning.en);
    }
  });
});
