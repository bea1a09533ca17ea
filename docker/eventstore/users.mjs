// Replaces the well-known passwords of a new cluster, and makes the user that Khéo signs in as: not an administrator,
// but it may read `$all`. Runs as often as you like; the passwords are what the files say afterwards. Set by:
//   EVENTSTORE_NODE  https://eventstore-1:2113        EVENTSTORE_SECRETS  folder with eventstore_*_password
//   KHEO_EVENTSTORE_URL_FILE  what Khéo will use      NODE_EXTRA_CA_CERTS  the authority of the cluster
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';

const INITIAL = 'changeit';
const PATIENCE_MS = 120_000;
const { EVENTSTORE_NODE: node, EVENTSTORE_SECRETS: folder, KHEO_EVENTSTORE_URL_FILE: urlFile } = process.env;

const secret = (name) => readFileSync(join(folder, name), 'utf8').trim();
const admin = secret('eventstore_admin_password');

const ask = (method, path, password, body) =>
  fetch(new URL(path, node), {
    method,
    headers: {
      Authorization: `Basic ${Buffer.from(`admin:${password}`).toString('base64')}`,
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  });

/** @throws unless the answer is one of the wanted */
const demand = async (wanted, method, path, password, body) => {
  const answer = await ask(method, path, password, body);
  if (!wanted.includes(answer.status)) throw new Error(`${method} ${path}: ${answer.status}`);
  return answer.status;
};

const setPasswords = async () => {
  const known = await demand([200, 401], 'GET', '/users/admin', admin);
  if (known === 401) {
    const change = { currentPassword: INITIAL, newPassword: admin };
    await demand([200], 'POST', '/users/admin/command/change-password', INITIAL, change);
  }
  const ops = { newPassword: secret('eventstore_ops_password') };
  await demand([200], 'POST', '/users/ops/command/reset-password', admin, ops);
  const password = secret('eventstore_kheo_password');
  if ((await demand([200, 404], 'GET', '/users/kheo', admin)) === 200) {
    await demand([200], 'POST', '/users/kheo/command/reset-password', admin, { newPassword: password });
  } else {
    const user = { loginName: 'kheo', fullName: 'Kheo', groups: [], password };
    await demand([201], 'POST', '/users', admin, user);
  }
};

/** Khéo's own way to the cluster, signed in as the administrator. */
const adminUrl = () =>
  readFileSync(urlFile, 'utf8')
    .trim()
    .replace(/\/\/[^@]*@/u, `//admin:${admin}@`);

const openAll = async () => {
  const client = EventStoreDBClient.connectionString(adminUrl());
  try {
    const { metadata, revision } = await client.getStreamMetadata('$all', { deadline: 10_000 });
    if (metadata?.acl?.readRoles?.includes('kheo')) return 'kheo reads $all already';
    const acl = { ...metadata?.acl, readRoles: ['$admins', 'kheo'] };
    await client.setStreamMetadata('$all', { ...metadata, acl }, { expectedRevision: revision ?? 'no_stream' });
    return 'kheo may read $all from now on';
  } finally {
    await client.dispose();
  }
};

/** A cluster that has just started may have no leader yet. */
const insist = async (work, until = Date.now() + PATIENCE_MS) => {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > until) throw error;
      process.stderr.write(`not yet: ${error.cause?.message ?? error.message}\n`);
      await pause(2000);
    }
  }
};

await insist(setPasswords);
process.stdout.write(`the passwords are those of the files; ${await insist(openAll)}\n`);
