import { excelReady } from "../excel/office-ready.ts";
import { startRibbon, startSession } from "../start.ts";
import { mountPane } from "./mount.tsx";
import { es } from "./text/es.ts";

const root = document.querySelector("#root");
if (root === null) throw new Error("The page has no #root");

if (await excelReady()) {
  await startRibbon();
  mountPane(root, await startSession());
} else {
  root.textContent = es.outside;
}
