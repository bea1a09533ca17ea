import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** PEM files of an authority that only this test knows. */
export interface TestCertificates {
  readonly ca: string;
  /** For 127.0.0.1 and localhost. */
  readonly server: Pair;
  readonly user: Pair;
  /** Signed by nobody whom a server trusts. */
  readonly stranger: Pair;
}

interface Pair {
  readonly cert: string;
  readonly key: string;
}

const run = promisify(execFile);
const NEW_KEY = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];

/**
 * Makes an authority, and certificates for a server and for users, with the `openssl` of this machine.
 *
 * @throws when there is no `openssl`
 */
export async function makeCertificates(directory: string): Promise<TestCertificates> {
  const ca = await make(directory, 'ca', ['-addext', 'keyUsage=critical,keyCertSign']);
  const signed = ['-CA', ca.cert, '-CAkey', ca.key, '-addext', 'basicConstraints=CA:FALSE'];
  const server = await make(directory, 'server', [...signed, '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost']);
  const user = await make(directory, 'admin', signed);
  const stranger = await make(directory, 'stranger', []);
  return { ca: ca.cert, server, user, stranger };
}

async function make(directory: string, name: string, more: readonly string[]): Promise<Pair> {
  const [cert, key] = [join(directory, `${name}.crt`), join(directory, `${name}.key`)];
  await run('openssl', [...NEW_KEY, '-subj', `/CN=${name}`, '-keyout', key, '-out', cert, ...more]);
  return { cert, key };
}
