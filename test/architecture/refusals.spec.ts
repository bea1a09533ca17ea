import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { PROBLEMS, type ProblemCode } from '../../apps/api/index.ts';
import * as shapes from '../../apps/console/shared/api/generated/shapes.gen.ts';
import { all, checker, refusing } from '../../tools/docs/sources.ts';
import { root } from './tools.ts';

/** What one place in the code refuses with: the reason, and the values it gives the sentence. */
interface Given {
  readonly where: string;
  readonly reason: string;
  /** In each of the ways in which the values may be given. */
  readonly ways: readonly { readonly always: readonly string[]; readonly all: readonly string[] }[];
  /** Several faults at once: how many is told by who answers. */
  readonly counted: boolean;
  /** The first part of the pointer; undefined where it names none, or one that is known only when it runs. */
  readonly field: string | undefined;
}

const membersOf = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type]);
const isObject = (type: ts.Type): boolean => (type.flags & ts.TypeFlags.Object) !== 0;

const waysOf = (details: ts.Expression | undefined): Given['ways'] => {
  if (details === undefined) return [{ always: [], all: [] }];
  return membersOf(checker.getTypeAtLocation(details)).flatMap((way) => {
    const params = way.getProperty('params');
    if (params === undefined) return [{ always: [], all: [] }];
    const type = checker.getTypeOfSymbolAtLocation(params, details);
    return membersOf(type)
      .filter(isObject)
      .filter((each) => checker.getIndexInfosOfType(each).length === 0)
      .map((each) => ({
        all: each.getProperties().map(({ name }) => name),
        always: each
          .getProperties()
          .filter(({ flags }) => (flags & ts.SymbolFlags.Optional) === 0)
          .map(({ name }) => name),
      }));
  });
};

const given = all((node): node is ts.Expression => refusing(node) !== undefined).flatMap((node): readonly Given[] => {
  const { reasons, details } = refusing(node) ?? { reasons: [], details: undefined };
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
  const where = `${relative(root, file.fileName)}:${String(line + 1)}`;
  const counted = details?.getText(file).includes('problems') === true;
  const [, field] = /pointer: [`']\/(\w+)/u.exec(details?.getText(file) ?? '') ?? [];
  return reasons.map((reason) => ({ where, reason, ways: waysOf(details), counted, field }));
});

/** As published: the codes of each command and query. */
const refusals = JSON.parse(readFileSync(join(root, 'libs/contracts/refusals/refusals.json'), 'utf8')) as Readonly<
  Record<string, readonly string[]>
>;

/** The forms of the console: each command with the shape of what it sends. */
const forms = readdirSync(join(root, 'apps/console/features'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/u.test(name))
  .flatMap((name) => [
    ...readFileSync(join(root, 'apps/console/features', name), 'utf8').matchAll(/command: '(\w+)',\s+shape: (\w+)/gu),
  ])
  .map(([, command = '', shape = '']) => [command, shape] as const);

const placesIn = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);
const sentencesOf = (reason: string): readonly string[] => {
  const { vi, en } = PROBLEMS[reason as ProblemCode];
  return [vi, en];
};

describe('what a command may be refused with', () => {
  it.each(Object.entries(refusals))('%s: is a sentence in both languages, and no code', (_command, codes) => {
    for (const code of codes) {
      const [vi = '', en = ''] = sentencesOf(code);
      expect(vi).toMatch(/^[\p{Lu}{“].*\s.*[.?]$/u);
      expect(en).toMatch(/^[\p{Lu}{“].*\s.*[.?]$/u);
      expect(vi).not.toBe(en);
      expect(`${vi} ${en}`).not.toContain(code.includes('-') ? code : '\n');
    }
  });
});

describe('what a refusal gives its sentence', () => {
  it('is found in the code', () => {
    expect(new Set(given.map(({ reason }) => reason)).size).toBeGreaterThan(150);
  });

  it('is told by it, in both languages', () => {
    const untold = given.flatMap(({ where, reason, ways }) => {
      const names = new Set(ways.flatMap(({ all }) => all));
      return sentencesOf(reason).flatMap((text) =>
        [...names].filter((name) => !placesIn(text).includes(name)).map((name) => `${where} ${reason} {${name}}`),
      );
    });
    expect([...new Set(untold)]).toEqual([]);
  });

  it('is all that it cannot do without', () => {
    const lacking = given.flatMap(({ where, reason, ways, counted }) =>
      sentencesOf(reason).flatMap((text) => {
        const needed = placesIn(text.replaceAll(/\[[^\]]*\]/gu, '')).filter((name) => !(counted && name === 'count'));
        return needed
          .filter((name) => ways.some(({ always }) => !always.includes(name)))
          .map((name) => `${where} ${reason} {${name}}`);
      }),
    );
    expect([...new Set(lacking)]).toEqual([]);
  });
});

/** What only the system's own commands name: no form sends them. */
const OF_THE_SYSTEM = ['item-not-in-manifest'];

describe('what a refusal finds wrong with a field', () => {
  const reasons = [...new Set(forms.flatMap(([command]) => refusals[command] ?? []))];
  const fieldsOf = (shape: string): readonly string[] =>
    Object.keys((shapes as Readonly<Record<string, { readonly properties?: object }>>)[shape]?.properties ?? {});

  it('is a field that a form has, of those whose command may be refused so', () => {
    expect(forms.length).toBeGreaterThan(40);
    const nowhere = reasons.flatMap((reason) => {
      const has = new Set(
        forms.filter(([command]) => refusals[command]?.includes(reason)).flatMap(([, shape]) => fieldsOf(shape)),
      );
      const named = given.filter((each) => each.reason === reason).map(({ field }) => field);
      const isShown = named.some((field) => field === undefined || has.has(field));
      return isShown || OF_THE_SYSTEM.includes(reason) ? [] : [`${reason}: ${named.join(', ')}`];
    });
    expect(nowhere).toEqual([]);
  });
});
