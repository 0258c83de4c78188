import { createRoot } from "react-dom/client";
import { excelReady } from "../excel/office-ready.ts";

const root = document.querySelector("#root");
if (root === null) throw new Error("The page has no #root");

const inExcel = await excelReady();
createRoot(root).render(<p>{inExcel ? "Excel está listo." : "Abra esta página desde Excel."}</p>);
