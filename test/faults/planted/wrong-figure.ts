import type { PlantedBug } from "./planted-bug.ts";

export const wrongFigure: PlantedBug = {
  name: "wrong-figure",
  breaks: "Void rows are counted.",
  favours: { "look-at-figures": 20, "add-rows": 20, synchronise: 30, verify: 20 },
  edits: [
    {
      file: "server/db/measure-sql.ts",
      find: `WHERE t._voided = \${state === "voided" ? 1 : 0} AND`,
      put: `WHERE t._voided IN (\${state === "voided" ? "1" : "0, 1"}) AND`,
    },
  ],
};
