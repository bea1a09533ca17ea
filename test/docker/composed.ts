import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { parse } from 'yaml';

export const root = new URL('../..', import.meta.url).pathname;

/** A service of a compose file, as far as the tests look. */
export interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  /** Compose makes texts of all values; an absent one is empty. */
  readonly environment?: Readonly<Record<string, string | number | boolean | null>>;
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[] | Readonly<Record<string, unknown>>;
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly restart?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly mem_limit?: string;
  readonly cpus?: number;
  readonly stop_grace_period?: string;
}

export interface Composed {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
}

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** A compose file with its anchors resolved and every `${NAME:-default}` standing for its default. */
export const composed = (path: string): Composed =>
  parse(read(path).replaceAll(/\$\{\w+:-([^}]*)\}/gu, '$1'), { merge: true, maxAliasCount: -1 }) as Composed;

interface Image {
  readonly stages: readonly string[];
  readonly user: string | undefined;
  readonly environment: Readonly<Record<string, string>>;
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
  readonly copies: readonly string[];
}

/** What the last stage of the Dockerfile gives to a container. */
export const image = (): Image => {
  const file = DockerfileParser.parse(read('docker/Dockerfile'));
  const instructions = file.getInstructions();
  const froms = instructions.filter((one) => one.getKeyword() === 'FROM');
  const last = instructions.slice(instructions.lastIndexOf(froms.at(-1) ?? fail('no FROM')));
  const rest = (keyword: string): readonly string[] =>
    last.filter((one) => one.getKeyword() === keyword).map((one) => one.getArgumentsContent() ?? '');
  const listed = (text: string | undefined): readonly string[] =>
    JSON.parse(/\[.*\]/su.exec(text ?? '')?.[0] ?? '[]') as string[];
  return {
    stages: froms.map((one) => one.getArguments()[0]?.getValue() ?? ''),
    user: rest('USER').at(-1),
    environment: Object.fromEntries(
      rest('ENV').flatMap((line) => line.split(/\s+/u).map((pair) => pair.split('=', 2) as [string, string])),
    ),
    command: listed(rest('CMD').at(-1)),
    healthcheck: listed(rest('HEALTHCHECK').at(-1)),
    copies: rest('COPY'),
  };
};

const fail = (text: string): never => {
  throw new Error(text);
};
