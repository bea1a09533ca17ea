import { join } from 'node:path';
import ts from 'typescript';
import { PROBLEMS, type ProblemCode } from '../../apps/api/index.ts';
import { root } from './tools.ts';

/** What one place in the code refuses with: the reason, and the values it gives the sentence. */
interface Given {
  readonly where: string;
  readonly reason: string;
  /** In each of the ways in which the values may be given. */
  readonly ways: readonly { readonly always: readonly string[]; readonly all: readonly string[] }[];
  /** Several faults at once: how many is told by who answers. */
  readonly counted: boolean;
}

/** More reasons than one place in the code refuses with. */
const MANY = 20;

const config = ts.getParsedCommandLineOfConfigFile(
  join(root, 'tsconfig.json'),
  {},
  {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: () => undefined,
  },
);
const isSource = (name: string): boolean => /\/(libs|apps)\//u.test(name) && !/\.spec\.ts$|\/testing\//u.test(name);
const program = ts.createProgram((config?.fileNames ?? []).filter(isSource), config?.options ?? {});
const checker = program.getTypeChecker();

const membersOf = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type]);
const isObject = (type: ts.Type): boolean => (type.flags & ts.TypeFlags.Object) !== 0;

const literalsOf = (node: ts.Expression): readonly string[] => {
  const type = checker.getTypeAtLocation(node);
  return membersOf(checker.getBaseConstraintOfType(type) ?? type).flatMap((each) =>
    each.isStringLiteral() ? [each.value] : [],
  );
};

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

const givenIn = (file: ts.SourceFile): readonly Given[] => {
  const found: Given[] = [];
  const visit = (node: ts.Node): void => {
    const refuses =
      (ts.isCallExpression(node) && node.expression.getText(file) === 'reject') ||
      (ts.isNewExpression(node) && node.expression.getText(file) === 'Refusal');
    const [reason, details] = refuses ? (node.arguments ?? []) : [];
    if (reason !== undefined) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      const where = `${file.fileName.slice(root.length + 1)}:${String(line + 1)}`;
      const counted = details?.getText(file).includes('problems') === true;
      const reasons = literalsOf(reason);
      // A refusal that is only passed on was looked at where it came from.
      if (reasons.length < MANY)
        found.push(...reasons.map((each) => ({ where, reason: each, ways: waysOf(details), counted })));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};

const given = program
  .getSourceFiles()
  .filter(({ fileName }) => isSource(fileName))
  .flatMap(givenIn);

const placesIn = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);
const sentencesOf = (reason: string): readonly string[] => {
  const { vi, en } = PROBLEMS[reason as ProblemCode];
  return [vi, en];
};

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
