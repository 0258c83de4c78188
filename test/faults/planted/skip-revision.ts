import type { PlantedBug } from "./planted-bug.ts";

export const skipRevision: PlantedBug = {
  name: "skip-revision",
  breaks: "A pull begins one change too late.",
  edits: [
    {
      file: "server/db/read-changes.ts",
      find: `{ sql: "t._seq > ?", args: [after] }`,
      put: `{ sql: "t._seq > ?", args: [after + 1] }`,
    },
  ],
};

export const forgetRevision: PlantedBug = {
  name: "forget-revision",
  breaks: "Of several rows of one push, the history lacks the last.",
  edits: [
    {
      file: "server/db/commit-changes.ts",
      find: "...insertRevisions(revisions),",
      put: "...insertRevisions(revisions.length > 1 ? revisions.slice(0, -1) : revisions),",
    },
  ],
};
