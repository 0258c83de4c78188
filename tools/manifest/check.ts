import { addressProblems } from "./addresses.ts";
import { iconProblems } from "./icons.ts";
import { identityProblems } from "./identity.ts";
import { referenceProblems } from "./references.ts";
import { ribbonProblems } from "./ribbon.ts";
import { structureProblems } from "./structure.ts";
import { textProblems } from "./texts.ts";
import { readXml, type Problem } from "./xml.ts";

/**
 * Everything that Office would refuse or show wrongly, found without the network, in the order of the lines. Microsoft's own
 * validation is a web service; what it also does, and this cannot, is to fetch the addresses.
 */
export function manifestProblems(text: string, assetsDir: string): Problem[] {
  const document = readXml(text);
  if ("problem" in document) return [document.problem];
  const { root } = document;
  return [
    ...structureProblems(root),
    ...identityProblems(root),
    ...textProblems(root),
    ...addressProblems(root),
    ...referenceProblems(root),
    ...ribbonProblems(root),
    ...iconProblems(root, assetsDir),
  ].toSorted((a, b) => a.line - b.line);
}
