import type { PlantedBug } from "./planted-bug.ts";

export const acknowledgeBeforeCommit: PlantedBug = {
  name: "acknowledge-before-commit",
  breaks: "Rows are said to be saved that are written a moment later, or never.",
  edits: [
    {
      file: "server/sync/push.ts",
      find: "const seq = await world.store.commit(",
      put: "const seq = 0; setTimeout(() => void commitLater().catch(() => undefined), 30); const commitLater = () => world.store.commit(",
    },
  ],
};
