import ts from 'typescript';
import type { Page } from './page.ts';
import { all, checker, declarationsOf, elementsOf, isDomain, isSource, nameOf, refusing } from './sources.ts';

/**
 * With which reasons each route may be refused, read from the code: what a command's decision and its use case reject,
 * and what the method of a controller throws, followed through every function they call. A command is listed by its
 * type, any other route as `Controller.method`. What the edge refuses on any route is not told here.
 */
export function refusalCodes(): Page {
  const told = [...commandsOffered(), ...methods()]
    .map(([name, reasons]) => `  ${JSON.stringify(name)}: ${JSON.stringify([...reasons].sort())}`)
    .sort();
  return { path: 'libs/contracts/refusals/refusals.json', content: `{\n${told.join(',\n')}\n}\n` };
}

/** What each workflow decides a command by. */
const DECISIONS = new Map(
  all(ts.isCallExpression)
    .filter(({ expression }) => expression.getText() === 'decideBy')
    .flatMap(({ arguments: [rules] }) => {
      const parts = rules === undefined ? [] : elementsOf(rules);
      const shared = parts.filter((each) => ['before', 'notAllowed'].includes(nameOf(each)));
      const [decisions] = parts.filter((each) => nameOf(each) === 'decisions');
      const object = decisions !== undefined && ts.isPropertyAssignment(decisions) ? decisions.initializer : undefined;
      const each = object === undefined ? [] : elementsOf(object);
      return each.map((decision) => [nameOf(decision), [decision, ...shared]] as const);
    }),
);

/** Functions that make what an interface promises, by its name. */
const MAKERS = new Map<string, ts.Node[]>();
for (const maker of all((node) => ts.isFunctionDeclaration(node) || ts.isArrowFunction(node)))
  for (const [name] of maker.type?.getText().matchAll(/\b[A-Z]\w+/gu) ?? [])
    MAKERS.set(name, [...(MAKERS.get(name) ?? []), maker]);

const found = new Map<ts.MethodSignature, readonly ts.Node[]>();

/** What is done where a method of an interface is called. */
const implementations = (signature: ts.MethodSignature): readonly ts.Node[] => {
  const known = found.get(signature) ?? implementationsOf(signature);
  found.set(signature, known);
  return known;
};

const implementationsOf = (signature: ts.MethodSignature): readonly ts.Node[] => {
  const owner = nameOf(signature.parent as ts.InterfaceDeclaration);
  const does = (node: ts.Node): node is Doing => isDoing(node) && nameOf(node) === nameOf(signature);
  return all(does, MAKERS.get(owner) ?? []);
};

const bodiesOf = (declaration: ts.Declaration): readonly ts.Node[] => {
  if (ts.isMethodSignature(declaration)) return implementations(declaration);
  return isDoing(declaration) ? [declaration] : [];
};

/** What a name stands for that does something when it is used. */
type Doing =
  | ts.FunctionDeclaration
  | ts.MethodDeclaration
  | ts.VariableDeclaration
  | ts.PropertyAssignment
  | ts.GetAccessorDeclaration;

function isDoing(node: ts.Node): node is Doing {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isGetAccessorDeclaration(node)
  );
}

/**
 * The reasons some code refuses with, for a command of the type; `followed` says which code is part of it. Of what is
 * called without a look at its answer only what it throws counts.
 */
const reasonsOf = (
  starts: readonly ts.Node[],
  type: string | undefined,
  followed: (node: ts.Node) => boolean,
  heeded = true,
): ReadonlySet<string> => {
  const reasons = new Set<string>();
  const seen = { true: new Set<ts.Node>(), false: new Set<ts.Node>() };
  const enter = (node: ts.Node, heeded: boolean): void => {
    if (seen[`${heeded}`].has(node) || !isSource(node.getSourceFile().fileName) || !followed(node)) return;
    seen[`${heeded}`].add(node);
    visit(node, heeded);
  };
  const visit = (node: ts.Node, before: boolean): void => {
    if (ts.isTypeNode(node) || isOfAnother(node, type)) return;
    const heeded = before && !isUnheeded(node);
    const refused = refusing(node);
    if (refused !== undefined && (heeded || refused.thrown)) refused.reasons.forEach((reason) => reasons.add(reason));
    const given = heeded ? commandGiven(node) : undefined;
    if (given !== undefined && given !== type) decisionReasons(given).forEach((reason) => reasons.add(reason));
    for (const each of mentioned(node).flatMap(bodiesOf)) enter(each, heeded);
    ts.forEachChild(node, (child) => visit(child, heeded));
  };
  for (const start of starts) visit(start, heeded);
  return reasons;
};

/** The function of a call whose answer nobody looks at. */
const isUnheeded = (node: ts.Node): boolean => {
  const call = node.parent;
  if (!ts.isCallExpression(call) || call.expression !== node) return false;
  return ts.isExpressionStatement(ts.isAwaitExpression(call.parent) ? call.parent.parent : call.parent);
};

/** What a name in the code stands for. */
const mentioned = (node: ts.Node): readonly ts.Declaration[] => {
  if (ts.isIdentifier(node)) return declarationsOf(node);
  if (!ts.isShorthandPropertyAssignment(node)) return [];
  const meant = checker.getShorthandAssignmentValueSymbol(node)?.declarations ?? [];
  return meant.flatMap((each) => (ts.isImportSpecifier(each) ? declarationsOf(each.name) : [each]));
};

/** `type: 'ReserveNumber'`: another command that is part of the act. */
const commandGiven = (node: ts.Node): string | undefined =>
  ts.isPropertyAssignment(node) && nameOf(node) === 'type' && ts.isStringLiteral(node.initializer)
    ? node.initializer.text
    : undefined;

/** Whether it is done for commands of other types only: a case of a switch, an entry of a table, a branch. */
const isOfAnother = (node: ts.Node, type: string | undefined): boolean => {
  const isOther = (name: string): boolean => type !== undefined && DECISIONS.has(name) && name !== type;
  if (ts.isCaseClause(node)) return isOtherCase(node, isOther);
  if (ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node)) return isOther(nameOf(node));
  const { parent } = node;
  const condition =
    ts.isConditionalExpression(parent) && parent.whenTrue === node
      ? parent.condition
      : ts.isIfStatement(parent) && parent.thenStatement === node
        ? parent.expression
        : undefined;
  return (
    condition !== undefined &&
    ts.isBinaryExpression(condition) &&
    condition.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken &&
    ts.isStringLiteral(condition.right) &&
    isOther(condition.right.text)
  );
};

/** Cases without statements fall through to this one. */
const isOtherCase = (clause: ts.CaseClause, isOther: (name: string) => boolean): boolean => {
  const clauses = clause.parent.clauses;
  const index = clauses.indexOf(clause);
  const before = clauses.slice(0, index).findLastIndex((each) => each.statements.length > 0);
  return clauses
    .slice(before + 1, index + 1)
    .every((each) => ts.isCaseClause(each) && ts.isStringLiteral(each.expression) && isOther(each.expression.text));
};

const remembered = new Map<string, ReadonlySet<string>>();

const decisionReasons = (type: string): ReadonlySet<string> => {
  const known = remembered.get(type) ?? reasonsOf(DECISIONS.get(type) ?? [], type, isDomain);
  remembered.set(type, known);
  return known;
};

const decoratorsOf = (declared: ts.ClassDeclaration | ts.MethodDeclaration): readonly ts.CallExpression[] =>
  (ts.getDecorators(declared) ?? []).flatMap(({ expression }) => (ts.isCallExpression(expression) ? [expression] : []));

const controllers = all(ts.isClassDeclaration).filter((each) =>
  decoratorsOf(each).some(({ expression }) => expression.getText() === 'Controller'),
);

/** Each command that a controller offers, with what its decision and its use case refuse. */
const commandsOffered = (): readonly (readonly [string, ReadonlySet<string>])[] =>
  controllers
    .flatMap(decoratorsOf)
    .filter(({ expression }) => expression.getText() === 'Commands')
    .flatMap(({ arguments: [useCase, , routes] }) => {
      const types = routes === undefined ? [] : elementsOf(routes).map(nameOf);
      const start = useCase === undefined ? [] : [useCase];
      return types.map((type) => {
        const beside = reasonsOf(start, type, (node) => !isDomain(node));
        return [type, new Set([...decisionReasons(type), ...beside])] as const;
      });
    });

/** A question breaks no rule: what it looks up and finds refused is its answer, but for what it throws. */
const isQuestion = (method: ts.MethodDeclaration): boolean =>
  decoratorsOf(method).every(({ expression }) => !/^(Post|Delete)$/u.test(expression.getText()));

/** Each route that is a method of its own. */
const methods = (): readonly (readonly [string, ReadonlySet<string>])[] =>
  controllers.flatMap((controller) =>
    controller.members
      .filter(ts.isMethodDeclaration)
      .filter((method) => decoratorsOf(method).length > 0)
      .map((method) => {
        const start = [...method.parameters, ...(method.body === undefined ? [] : [method.body])];
        const name = `${nameOf(controller)}.${nameOf(method)}`;
        return [name, reasonsOf(start, undefined, (node) => !isDomain(node), !isQuestion(method))] as const;
      }),
  );
