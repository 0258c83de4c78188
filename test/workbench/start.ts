import { join } from "node:path";
import { StartFailure } from "../../server/db/failures.ts";
import { readEnvironment } from "../../server/environment.ts";
import { startWorkbench } from "./start-workbench.ts";

const read = readEnvironment();
if (read.ok) await run(read.environment.port, join(read.environment.folder, "demostracion"));
else refuse(read.mistakes);

async function run(port: number, dataFolder: string): Promise<void> {
  try {
    const workbench = await startWorkbench({ port, dataFolder, log: say });
    say(`\n  Ventas al Día está listo. Abra ${workbench.url}\n\n  Para detenerlo, pulse Ctrl+C.\n`);
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => void workbench.stop().then(() => process.exit(0)));
    }
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error;
    refuse([error.message]);
  }
}

function refuse(sentences: readonly string[]): void {
  process.stderr.write(`${sentences.join("\n")}\n`);
  process.exitCode = 1;
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
