import { ts } from "@ts-morph/common";
import type { Requirement } from "./requirement.ts";

/** What the parameters of the functions that are being looked through stand for. */
type Bindings = ReadonlyMap<ts.Symbol, ts.Expression>;

const NOTHING: Bindings = new Map();

/**
 * The requirement sets that are known to be supported where `node` stands: it is in the branch of an `if`, a `?:`, an
 * `&&` or an `||` that asked `isSetSupported`, or comes after an `if` that left when the set was missing. The question may be
 * asked through constants and through functions that return it.
 */
export function guardsAround(node: ts.Node, checker: ts.TypeChecker): Requirement[] {
  const { parent } = node;
  if (parent === undefined) return [];
  return [...guardsOf(parent, node, checker), ...guardsAround(parent, checker)];
}

function guardsOf(parent: ts.Node, node: ts.Node, checker: ts.TypeChecker): Requirement[] {
  const when = (condition: ts.Expression, answer: boolean) => known(condition, answer, checker, NOTHING);
  if (ts.isIfStatement(parent)) {
    if (node === parent.thenStatement) return when(parent.expression, true);
    if (node === parent.elseStatement) return when(parent.expression, false);
  }
  if (ts.isConditionalExpression(parent)) {
    if (node === parent.whenTrue) return when(parent.condition, true);
    if (node === parent.whenFalse) return when(parent.condition, false);
  }
  if (ts.isBinaryExpression(parent) && node === parent.right) {
    if (parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return when(parent.left, true);
    if (parent.operatorToken.kind === ts.SyntaxKind.BarBarToken) return when(parent.left, false);
  }
  // `{ mergeUndoGroup: canUndo }` asks for something only where it is true.
  if (ts.isPropertyAssignment(parent) && node === parent.name) return when(parent.initializer, true);
  if (ts.isBlock(parent) || ts.isSourceFile(parent)) {
    const before = parent.statements.filter((statement) => statement.end <= node.pos);
    return before.flatMap((statement) =>
      ts.isIfStatement(statement) && leaves(statement.thenStatement) ? when(statement.expression, false) : [],
    );
  }
  return [];
}

function leaves(statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement;
  return last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last));
}

/** What is known to be supported once `condition` gave `answer`. */
function known(
  condition: ts.Expression,
  answer: boolean,
  checker: ts.TypeChecker,
  bindings: Bindings,
): Requirement[] {
  const look = (expression: ts.Expression, wanted = answer) => known(expression, wanted, checker, bindings);
  if (ts.isParenthesizedExpression(condition)) return look(condition.expression);
  if (ts.isPrefixUnaryExpression(condition) && condition.operator === ts.SyntaxKind.ExclamationToken) {
    return look(condition.operand, !answer);
  }
  if (ts.isBinaryExpression(condition)) {
    const both = answer ? ts.SyntaxKind.AmpersandAmpersandToken : ts.SyntaxKind.BarBarToken;
    return condition.operatorToken.kind === both ? [...look(condition.left), ...look(condition.right)] : [];
  }
  if (ts.isCallExpression(condition)) return knownOfCall(condition, answer, checker, bindings);
  const value = valueOf(condition, checker);
  return value === undefined ? [] : look(value);
}

function knownOfCall(
  call: ts.CallExpression,
  answer: boolean,
  checker: ts.TypeChecker,
  bindings: Bindings,
): Requirement[] {
  const callee = call.expression;
  if (ts.isPropertyAccessExpression(callee) && callee.name.text === "isSetSupported") {
    const [set, version = "1.1"] = call.arguments.map((argument) => literal(argument, checker, bindings));
    return answer && set !== undefined ? [{ set, version }] : [];
  }
  const declared = declarationOf(callee, checker);
  const returned = declared === undefined ? undefined : returnedBy(declared);
  if (declared === undefined || returned === undefined) return [];
  const inner = new Map(bindings);
  for (const [index, parameter] of declared.parameters.entries()) {
    const symbol = checker.getSymbolAtLocation(parameter.name);
    const argument = call.arguments[index];
    if (symbol !== undefined && argument !== undefined) inner.set(symbol, argument);
  }
  return known(returned, answer, checker, inner);
}

function declarationOf(
  callee: ts.Expression,
  checker: ts.TypeChecker,
): ts.FunctionLikeDeclaration | undefined {
  const declaration = resolved(callee, checker)?.valueDeclaration;
  if (declaration === undefined) return undefined;
  if (ts.isFunctionDeclaration(declaration) || ts.isMethodDeclaration(declaration)) return declaration;
  const value = valueOf(callee, checker);
  return value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value))
    ? value
    : undefined;
}

function returnedBy({ body }: ts.FunctionLikeDeclaration): ts.Expression | undefined {
  if (body === undefined || !ts.isBlock(body)) return body;
  const [only, ...more] = body.statements;
  return only !== undefined && more.length === 0 && ts.isReturnStatement(only) ? only.expression : undefined;
}

/** The value that a name was declared with: a constant, or a property of an object literal. */
function valueOf(expression: ts.Expression, checker: ts.TypeChecker): ts.Expression | undefined {
  const declaration = resolved(expression, checker)?.valueDeclaration;
  if (declaration === undefined) return undefined;
  const isConstant =
    ts.isVariableDeclaration(declaration) && (declaration.parent.flags & ts.NodeFlags.Const) !== 0;
  return isConstant || ts.isPropertyAssignment(declaration) ? declaration.initializer : undefined;
}

function resolved(expression: ts.Expression, checker: ts.TypeChecker): ts.Symbol | undefined {
  const symbol = checker.getSymbolAtLocation(expression);
  const isAlias = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  return isAlias ? checker.getAliasedSymbol(symbol) : symbol;
}

function literal(argument: ts.Expression, checker: ts.TypeChecker, bindings: Bindings): string | undefined {
  if (ts.isStringLiteralLike(argument)) return argument.text;
  const symbol = checker.getSymbolAtLocation(argument);
  const bound = (symbol && bindings.get(symbol)) ?? valueOf(argument, checker);
  return bound === undefined || bound === argument ? undefined : literal(bound, checker, bindings);
}
