import type { PlantedBug } from "./planted-bug.ts";

export const answerReplaysAnew: PlantedBug = {
  name: "answer-replays-anew",
  breaks: "A push that arrives twice is decided twice.",
  edits: [
    {
      file: "server/sync/push.ts",
      find: "const stored = await world.store.storedAnswer(pushId);",
      put: `const stored = await world.store.storedAnswer(pushId);
      if (stored) return decideAndWrite(request, undefined, world);`,
    },
  ],
};
