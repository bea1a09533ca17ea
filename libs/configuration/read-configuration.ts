import { readFileSync } from 'node:fs';
import { settings } from './settings.ts';
import type { Setting, Text } from './setting.ts';

/** The settings of a process as typed values. */
export type Configuration = {
  readonly [Name in keyof typeof settings]: (typeof settings)[Name] extends Setting<infer Value> ? Value : never;
};

/** One thing that is wrong with the environment. */
export interface ConfigurationError extends Text {
  readonly env: string;
}

export type ConfigurationResult =
  | { readonly kind: 'read'; readonly configuration: Configuration }
  | { readonly kind: 'wrong'; readonly errors: readonly ConfigurationError[] };

type Environment = Readonly<Record<string, string | undefined>>;
type ReadFile = (path: string) => string;

export interface ReadingOptions {
  /** Settings that this process cannot do without. */
  readonly needs?: readonly (keyof Configuration)[];
  readonly readFile?: ReadFile;
}

/**
 * Reads all settings from the environment, or says everything that is wrong with it at once. An empty variable counts
 * as absent. A secret `KHEO_X` may instead be the first line of the file that `KHEO_X_FILE` names. No error repeats a
 * value, as it may be a secret.
 */
export function readConfiguration(env: Environment, options: ReadingOptions = {}): ConfigurationResult {
  const { needs = [], readFile = readUtf8 } = options;
  const errors: ConfigurationError[] = [];
  const values = Object.entries<Setting<unknown>>(settings).map(([name, setting]) => {
    const raw = readRaw(setting, env, readFile);
    if (raw.kind === 'absent') return [name, setting.default] as const;
    const parsed = raw.kind === 'wrong' ? raw : setting.parse(raw.value);
    if (parsed.kind === 'wrong') errors.push(named(setting.env, parsed.problem));
    return [name, parsed.kind === 'value' ? parsed.value : undefined] as const;
  });
  const configuration = Object.fromEntries(values) as Configuration;
  const told = new Set(errors.map(({ env: name }) => name));
  errors.push(...missing(configuration, needs).filter(({ env: name }) => !told.has(name)));
  return errors.length > 0 ? { kind: 'wrong', errors } : { kind: 'read', configuration };
}

/** The errors as lines for a terminal, Vietnamese first. */
export function describeErrors(errors: readonly ConfigurationError[]): string {
  return errors.map(({ vi, en }) => `- ${vi}\n  ${en}`).join('\n');
}

/** What this process needs, and what another setting asks for. */
function missing(configuration: Configuration, needs: readonly (keyof Configuration)[]): ConfigurationError[] {
  const asked: readonly (keyof Configuration)[] =
    configuration.log === 'eventstoredb' ? [...needs, 'eventStoreUrl'] : needs;
  return asked
    .filter((name) => configuration[name] === undefined)
    .map((name) => named(settings[name].env, { vi: 'bắt buộc', en: 'is required' }));
}

type Raw =
  | { readonly kind: 'absent' }
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'wrong'; readonly problem: Text };

function readRaw(setting: Setting<unknown>, env: Environment, readFile: ReadFile): Raw {
  const direct = env[setting.env];
  const file = setting.secret ? env[`${setting.env}_FILE`] : undefined;
  if (direct && file) return { kind: 'wrong', problem: bothGiven(setting.env) };
  if (file) return readSecret(file, readFile);
  return direct ? { kind: 'value', value: direct } : { kind: 'absent' };
}

function readSecret(file: string, readFile: ReadFile): Raw {
  try {
    return { kind: 'value', value: readFile(file).split(/\r?\n/, 1)[0] ?? '' };
  } catch {
    return { kind: 'wrong', problem: { vi: `không đọc được tệp ${file}`, en: `the file ${file} cannot be read` } };
  }
}

function bothGiven(env: string): Text {
  return { vi: `không dùng cùng lúc với ${env}_FILE`, en: `cannot be used together with ${env}_FILE` };
}

function named(env: string, problem: Text): ConfigurationError {
  return { env, vi: `${env}: ${problem.vi}`, en: `${env}: ${problem.en}` };
}

function readUtf8(path: string): string {
  return readFileSync(path, 'utf8');
}
