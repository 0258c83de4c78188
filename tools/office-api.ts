import { relative } from "node:path";
import { checkAddin } from "./office-api/of-addin.ts";

/** Lists the members of Office.js in addin/ that are newer than manifest.xml promises and stand behind no `isSetSupported`. */
const { uses, tooNew } = checkAddin();
for (const { file, line, member, needs } of tooNew) {
  console.error(`${relative(process.cwd(), file)}:${line} ${member} needs ${needs.set} ${needs.version}`);
}
console.info(`${uses} uses of Office.js, ${tooNew.length} of them too new.`);
process.exitCode = tooNew.length === 0 ? 0 : 1;
