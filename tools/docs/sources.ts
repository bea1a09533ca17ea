import ts from 'typescript';

const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as { readonly config: unknown };
const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');

/** Code that runs, in the libraries and the API. */
export const isSource = (name: string): boolean =>
  /(^|\/)(libs|apps\/api)\//u.test(name) && !/\.spec\.ts$|\/testing\//u.test(name);

export const isDomain = (node: ts.Node): boolean => /(^|\/)libs\/domain\//u.test(node.getSourceFile().fileName);

const program = ts.createProgram(fileNames.filter(isSource), options);
export const checker = program.getTypeChecker();

const sources = program
  .getSourceFiles()
  .filter(({ fileName }) => isSource(fileName) && !fileName.includes('node_modules'));

/** The nodes of a kind, wherever they are. */
export const all = <Node extends ts.Node>(
  is: (node: ts.Node) => node is Node,
  within: readonly ts.Node[] = sources,
): Node[] => {
  const found: Node[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  within.forEach(visit);
  return found;
};

export type Named = ts.ObjectLiteralElementLike | ts.MethodDeclaration;

/** The name of what is declared or assigned. */
export const nameOf = ({ name }: { readonly name?: ts.Node }): string =>
  name?.getText().replaceAll(/^'|'$/gu, '') ?? '';

/** The elements of an object, those it spreads too. */
export const elementsOf = (object: ts.Expression): readonly Named[] => {
  const literal = ts.isObjectLiteralExpression(object) ? object : valueOf(object);
  if (literal === undefined || !ts.isObjectLiteralExpression(literal)) return [];
  return literal.properties.flatMap((each) => (ts.isSpreadAssignment(each) ? elementsOf(each.expression) : [each]));
};

const valueOf = (name: ts.Expression): ts.Expression | undefined => {
  const [declaration] = declarationsOf(name);
  return declaration !== undefined && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
};

/** Where a name is declared, also in another file. */
export function declarationsOf(name: ts.Node): readonly ts.Declaration[] {
  const symbol = checker.getSymbolAtLocation(name);
  if (symbol === undefined) return [];
  const meant = (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
  return meant.declarations ?? [];
}

/** More reasons than one place in the code refuses with: there a refusal is only passed on. */
const MANY = 20;

/** A place that refuses: the reasons it may give, and the values that go with them. */
interface Refusing {
  readonly reasons: readonly string[];
  readonly details: ts.Expression | undefined;
  /** Thrown, not answered. */
  readonly thrown: boolean;
}

/** What a node refuses with; undefined where it does not, or only passes on what was refused elsewhere. */
export const refusing = (node: ts.Node): Refusing | undefined => {
  const thrown = ts.isNewExpression(node) && node.expression.getText() === 'Refusal';
  if (!thrown && !(ts.isCallExpression(node) && node.expression.getText() === 'reject')) return undefined;
  const [reason, details] = node.arguments ?? [];
  if (reason === undefined) return undefined;
  const type = checker.getTypeAtLocation(reason);
  const meant = checker.getBaseConstraintOfType(type) ?? type;
  const reasons = (meant.isUnion() ? meant.types : [meant]).flatMap((each) =>
    each.isStringLiteral() ? [each.value] : [],
  );
  return reasons.length < MANY ? { reasons, details, thrown } : undefined;
};
