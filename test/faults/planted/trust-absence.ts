import type { PlantedBug } from "./planted-bug.ts";

export const trustAbsence: PlantedBug = {
  name: "trust-absence",
  breaks: "What a workbook lacks is taken for deleted.",
  edits: [
    {
      file: "addin/sync/pane/vanished-commands.ts",
      find: "const gone = unnamed.filter((id) => !fetched.has(id));",
      put: `const lacking = unnamed.flatMap((id) => {
        const row = fetched.get(id);
        return row ? [{ id, base: row.version }] : [];
      });
      const absent = { sheet: sheet.id, rows: lacking, reason: "no está en el libro", workbook: memory.workbook };
      if (lacking.length > 0) await deps.api.voidRows(absent);
      const gone = unnamed.filter((id) => !fetched.has(id));`,
    },
  ],
};
