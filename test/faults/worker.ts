import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { found } from "./founding.ts";
import { foundingSchema } from "./world/people.ts";
import { runSeeds, type WorkerTask } from "./run-seeds.ts";

/**
 * One process of people with their Excels and a service of its own. Its argument is what to do, as JSON; it tells what
 * happened as lines of JSON.
 */
type Task = { readonly act: "found"; readonly folder: string } | ({ readonly act: "run" } & WorkerTask);

const task = JSON.parse(process.argv[2] ?? "null") as Task;
if (task.act === "found") await found(task.folder);
else {
  mkdirSync(task.folder, { recursive: true });
  const founding = foundingSchema.parse(
    JSON.parse(readFileSync(join(task.founding, "founding.json"), "utf8")),
  );
  // Who is asked to end finishes the schedule, so that the service ends with it.
  let isOver = false;
  process.once("SIGTERM", () => (isOver = true));
  await runSeeds(task, founding, {
    tell: (line) => process.stdout.write(`${JSON.stringify(line)}\n`),
    isOver: () => isOver,
  });
}
process.exit(0);
