import type { PlantedBug } from "./planted-bug.ts";

export const forgetLostRows: PlantedBug = {
  name: "forget-lost-rows",
  breaks: "A restored service is not offered the rows that it lost and workbooks still show.",
  favours: { "back-up": 20, "restore-backup": 20, "add-rows": 30, synchronise: 40 },
  edits: [
    {
      file: "addin/sync/plan-pull.ts",
      find: "({ row, known: unsentReference(row.known.id) }));",
      put: "({ row, known: unsentReference(row.known.id) })).slice(0, 0);",
    },
  ],
};
