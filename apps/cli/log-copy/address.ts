import { readFileSync } from 'node:fs';

type Environment = Readonly<Record<string, string | undefined>>;

/** The two ends of a copy, and where the address of each may be given. */
export const ENDS = {
  from: { env: 'KHEO_COPY_FROM', vi: 'nguồn', en: 'source' },
  to: { env: 'KHEO_COPY_TO', vi: 'đích', en: 'target' },
} as const;

export type End = keyof typeof ENDS;

/** Where a log is. Only {@link nameOf} of it may be shown. */
export type Address =
  | { readonly kind: 'embedded'; readonly dataDir: string }
  | { readonly kind: 'postgres' | 'eventstoredb'; readonly url: string };

/**
 * The address from the flag or, so that no password stands among the processes, from the environment: `KHEO_COPY_FROM`
 * itself, or the first line of the file that `KHEO_COPY_FROM_FILE` names.
 *
 * @throws naming the flag in both languages, without the value, which may hold a password
 */
export function readAddress(end: End, flag: string | undefined, env: Environment): Address {
  const text = flag ?? fromEnvironment(end, env);
  if (text === undefined) throw wrong(end, 'chưa được cho biết', 'is not given');
  if (/^embedded:./.test(text)) return { kind: 'embedded', dataDir: text.slice('embedded:'.length) };
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return { kind: 'postgres', url: text };
  if (/^(esdb|kurrentdb)(\+discover)?:\/\/./.test(text)) return { kind: 'eventstoredb', url: text };
  throw wrong(
    end,
    'phải là postgres://…, esdb://…, kurrentdb://… hoặc embedded:<thư mục dữ liệu>',
    'must be postgres://…, esdb://…, kurrentdb://… or embedded:<data directory>',
  );
}

/** The address without user, password and options. */
export function nameOf(address: Address): string {
  if (address.kind === 'embedded') return `embedded:${address.dataDir}`;
  return address.url.replace(/\/\/.*@/s, '//').replace(/\?.*$/s, '');
}

function fromEnvironment(end: End, env: Environment): string | undefined {
  const name = ENDS[end].env;
  const file = env[`${name}_FILE`];
  if (env[name] && file)
    throw wrong(end, `không dùng cùng lúc ${name} và ${name}_FILE`, `${name} and ${name}_FILE exclude each other`);
  if (!file) return env[name] ? env[name] : undefined;
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/, 1)[0];
  } catch {
    throw wrong(end, `không đọc được tệp ${file}`, `the file ${file} cannot be read`);
  }
}

const wrong = (end: End, vi: string, en: string): Error =>
  new Error(`--${end} (${ENDS[end].env}): ${vi}\n--${end} (${ENDS[end].env}): ${en}`);
