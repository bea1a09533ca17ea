import { spawn, type ChildProcess } from 'node:child_process';
import { open, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { Client } from 'pg';
import { embeddedBinaries, type Binaries } from './binaries.ts';
import { layout, prepareCluster } from './cluster.ts';
import { stopServer, takeOver } from './leftovers.ts';
import { DATABASE, LOGIN, loginPasswordOf, urlOf, urlsOf, type EmbeddedUrls } from './urls.ts';
import { serverUser, type ServerUser } from './user.ts';
import { prepareRoles } from '../roles.ts';

export interface EmbeddedPostgresOptions {
  /** Made when missing. Belongs to PostgreSQL alone. */
  readonly dataDir: string;
  /** A free one unless told. */
  readonly port?: number;
}

/** A running PostgreSQL that only this machine can reach. */
export interface EmbeddedPostgres extends EmbeddedUrls {
  readonly port: number;
  /** Process id of the postmaster. */
  readonly pid: number;
  /** Ends it cleanly; open sessions are cut. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;

/**
 * Starts the PostgreSQL that npm installed, on the loopback interface only. The first start makes the cluster and its
 * password (`password` in the data directory, mode 0600); later starts find the data as it was, also after a kill -9 of
 * this program or of PostgreSQL. Under root it runs as the user `postgres`.
 *
 * @throws when another live program uses the data directory, or PostgreSQL is not ready within a minute
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const user = await serverUser();
  const binaries = await embeddedBinaries(user);
  const password = await prepareCluster(dataDir, binaries, user);
  await takeOver(dataDir, binaries, user);
  const port = options.port ?? (await freePort());
  const server = await launch(dataDir, port, binaries, user);
  const stopWithUs = () => void server.kill('SIGINT');
  process.once('exit', stopWithUs);
  server.once('exit', () => process.off('exit', stopWithUs));

  await whenReady(
    server,
    urlOf('postgres', password, port, 'postgres'),
    layout(dataDir).log,
    loginPasswordOf(password),
  );
  return {
    ...urlsOf(password, port),
    port,
    pid: server.pid ?? 0,
    stop: async () => {
      await stopServer(dataDir, binaries, user);
      await rm(layout(dataDir).owner, { force: true });
    },
  };
}

/** In a session of its own, so that Ctrl-C reaches it only through {@link EmbeddedPostgres.stop}. */
async function launch(dataDir: string, port: number, binaries: Binaries, user: ServerUser): Promise<ChildProcess> {
  const { cluster, log } = layout(dataDir);
  const output = await open(log, 'a', 0o600);
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: 200 };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(binaries.postgres, ['-D', cluster, ...flags], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', output.fd, output.fd],
  });
  server.once('error', () => undefined); // seen as an exit while waiting until it is ready
  server.unref();
  await output.close();
  return server;
}

async function whenReady(server: ChildProcess, url: string, log: string, loginPassword: string): Promise<void> {
  for (const deadline = Date.now() + START_TIMEOUT_MS; Date.now() < deadline;) {
    if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) break;
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
    } catch {
      await new Promise((wake) => setTimeout(wake, 50));
      continue;
    }
    return prepareDatabase(client, loginPassword).finally(() => client.end());
  }
  const said = await readFile(log, 'utf8').catch(() => '');
  throw new Error(`PostgreSQL did not start; the last it said:\n${said.split('\n').slice(-10).join('\n')}`);
}

async function prepareDatabase(client: Client, loginPassword: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  await prepareRoles(client);
  const login = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [LOGIN]);
  if (login.rowCount === 0)
    await client.query(`CREATE ROLE ${LOGIN} LOGIN PASSWORD '${loginPassword}' IN ROLE kheo_app`);
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}
