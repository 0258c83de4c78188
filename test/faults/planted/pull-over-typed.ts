import type { PlantedBug } from "./planted-bug.ts";

export const pullOverTyped: PlantedBug = {
  name: "pull-over-typed",
  breaks: "What a colleague wrote goes into a row in which somebody typed what is not sent yet.",
  edits: [
    {
      file: "addin/sync/plan-pull.ts",
      find: ": isSame || !row.dirty)",
      put: ": isSame || row.dirty || !row.dirty)",
    },
  ],
};
