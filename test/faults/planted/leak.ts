import type { PlantedBug } from "./planted-bug.ts";

export const leakColumn: PlantedBug = {
  name: "leak-column",
  breaks: "A pull gives columns that the person may not read.",
  edits: [
    {
      file: "server/sync/pull.ts",
      find: "const columns = readableColumns(sheet, person.role);",
      put: "const columns = Object.keys(sheet.columns);",
    },
  ],
};

export const leakRow: PlantedBug = {
  name: "leak-row",
  breaks: "A pull gives rows of colleagues that are not the person's to see.",
  edits: [
    {
      file: "server/sync/pull.ts",
      find: `const column = ownColumn(sheet, person.role, "read");`,
      put: "const column = undefined as string | undefined;",
    },
  ],
};
