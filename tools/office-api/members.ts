import { ts } from "@ts-morph/common";
import { requirementIn, type Requirement } from "./requirement.ts";

/** A member of Office.js that a program uses, and the requirement sets it needs: more than one where types are united. */
export type MemberUse = {
  readonly node: ts.Node;
  readonly name: string;
  readonly needs: readonly Requirement[];
};

/** Every use of a member of Office.js in one source file: accesses, calls, literals' keys, destructuring and types. */
export function memberUses(file: ts.SourceFile, checker: ts.TypeChecker): MemberUse[] {
  const uses: MemberUse[] = [];
  visit(file);
  return uses;

  function visit(node: ts.Node): void {
    if (ts.isIdentifier(node)) {
      const declarations = declarationsOf(node, checker).filter(isOfOffice);
      const needs = declarations.map(requirementOf).filter((need) => need !== undefined);
      if (declarations.length > 0) uses.push({ node, name: nameOf(declarations, node.text), needs });
    }
    ts.forEachChild(node, visit);
  }
}

function declarationsOf(node: ts.Identifier, checker: ts.TypeChecker): readonly ts.Declaration[] {
  const called = calledSignature(node, checker);
  if (called !== undefined) return [called];
  return (
    (typeAround(node, checker)?.getProperty(node.text) ?? checker.getSymbolAtLocation(node))?.declarations ??
    []
  );
}

/** The type that a literal's key or a destructured name takes its property from. */
function typeAround(node: ts.Identifier, checker: ts.TypeChecker): ts.Type | undefined {
  const { parent } = node;
  if (
    ts.isObjectLiteralElement(parent) &&
    parent.name === node &&
    ts.isObjectLiteralExpression(parent.parent)
  ) {
    return checker.getContextualType(parent.parent);
  }
  const isDestructured = ts.isBindingElement(parent) && (parent.propertyName ?? parent.name) === node;
  return isDestructured ? checker.getTypeAtLocation(parent.parent) : undefined;
}

/** The overload that a call chose: overloads came to the API in different versions. */
function calledSignature(node: ts.Identifier, checker: ts.TypeChecker): ts.Declaration | undefined {
  const access = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node ? node.parent : node;
  const call = access.parent;
  if (!ts.isCallExpression(call) || call.expression !== access) return undefined;
  return checker.getResolvedSignature(call)?.declaration;
}

function isOfOffice(declaration: ts.Declaration): boolean {
  return declaration.getSourceFile().fileName.includes("@types/office-js/");
}

/** What the declaration's own comment states, else what the class, interface or enumeration around it states. */
function requirementOf(declaration: ts.Node): Requirement | undefined {
  const comments = ts.getJSDocCommentsAndTags(declaration).map((comment) => comment.getFullText());
  const own = requirementIn(comments.join("\n"));
  if (own !== undefined || ts.isModuleDeclaration(declaration.parent) || ts.isSourceFile(declaration.parent))
    return own;
  return requirementOf(declaration.parent);
}

function nameOf(declarations: readonly ts.Declaration[], name: string): string {
  const owner = declarations[0]?.parent;
  const isNamed =
    owner !== undefined &&
    (ts.isClassDeclaration(owner) || ts.isInterfaceDeclaration(owner) || ts.isEnumDeclaration(owner));
  return isNamed && owner.name !== undefined ? `${owner.name.text}.${name}` : name;
}
