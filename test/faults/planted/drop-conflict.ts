import type { PlantedBug } from "./planted-bug.ts";

export const dropConflict: PlantedBug = {
  name: "drop-conflict",
  breaks: "The service takes mine although a colleague changed the same field.",
  edits: [
    {
      file: "server/sync/merge.ts",
      find: "if (field.theirs === field.base || field.theirs === field.mine) row[column] = field.mine;",
      put: "if (field.theirs !== undefined) row[column] = field.mine;",
    },
  ],
};

export const hideConflict: PlantedBug = {
  name: "hide-conflict",
  breaks: "The pane does not show the conflict that it was told.",
  edits: [
    {
      file: "addin/sync/settle-answers.ts",
      find: `if (answer.result === "conflict") conflicts.set(answer.id, answer);`,
      put: `if (answer.result === "conflict") continue;`,
    },
  ],
};
