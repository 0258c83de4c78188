import { ts } from "@ts-morph/common";
import { guardsAround } from "./guards.ts";
import { memberUses } from "./members.ts";
import { isMet, type Requirement } from "./requirement.ts";

export type TooNew = {
  readonly file: string;
  readonly line: number;
  /** `Range.getPrecedents`, say. */
  readonly member: string;
  readonly needs: Requirement;
};

export type OfficeApiReport = {
  /** How many uses of members of Office.js were looked at; none would mean that the check saw nothing. */
  readonly uses: number;
  readonly tooNew: readonly TooNew[];
};

/**
 * The members of Office.js that `files` use although neither the manifest's `required` sets promise them nor an
 * `isSetSupported` around them does. What a member needs is read from the comments of @types/office-js.
 * `typesRoot` is the folder that holds `office-js`.
 */
export function checkOfficeApi(
  files: readonly string[],
  required: readonly Requirement[],
  typesRoot: string,
): OfficeApiReport {
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2023,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    typeRoots: [typesRoot],
    types: ["office-js"],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
  });
  const checker = program.getTypeChecker();
  const sources = files.map((file) => program.getSourceFile(file)).filter((source) => source !== undefined);
  const uses = sources.flatMap((source) => memberUses(source, checker));
  const tooNew = uses.flatMap(({ node, name, needs }) => {
    const known = [...required, ...guardsAround(node, checker)];
    return needs.filter((need) => !isMet(need, known)).map((need) => found(node, name, need));
  });
  return { uses: uses.length, tooNew };
}

function found(node: ts.Node, member: string, needs: Requirement): TooNew {
  const source = node.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(node.getStart());
  return { file: source.fileName, line: line + 1, member, needs };
}
