import type { PlantedBug } from "./planted-bug.ts";

export const wrongFigure: PlantedBug = {
  name: "wrong-figure",
  breaks: "The first day of the next month is counted twice.",
  edits: [
    {
      file: "server/db/measure-sql.ts",
      find: "AND ${day} >= ? AND ${day} < ?${where.sql}`",
      put: "AND ${day} >= ? AND ${day} <= ?${where.sql}`",
    },
  ],
};
