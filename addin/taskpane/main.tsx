import { excelReady } from "../excel/office-ready.ts";
import { startRibbon, startSession } from "../start.ts";
import { mountBroken, mountPane } from "./mount.tsx";
import { es } from "./text/es.ts";

const root = document.querySelector("#root");
if (root === null) throw new Error("The page has no #root");

try {
  if (await excelReady()) {
    await startRibbon();
    mountPane(root, await startSession());
  } else {
    root.textContent = es.outside;
  }
} catch (error) {
  mountBroken(root);
  throw error;
}
