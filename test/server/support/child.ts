import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { renameSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const root = fileURLToPath(new URL("../../..", import.meta.url));

const scripts = new Map<string, string>();

/**
 * The file and ours that it imports as one script, made once: it starts in a third of the time that reading TypeScript
 * takes. It stands one folder below the root, as the file does, so that paths relative to it hold.
 */
function scriptOf(file: string): string {
  const known = scripts.get(file);
  if (known !== undefined) return known;
  const name = file.replaceAll(/\W+/gu, "-");
  const script = join(root, ".data", `child-${name}.mjs`);
  const made = `${script}.${process.pid}`;
  buildSync({
    entryPoints: [join(root, file)],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    outfile: made,
    logLevel: "error",
  });
  // Other workers may be starting the same script.
  renameSync(made, script);
  scripts.set(file, script);
  return script;
}

/** A TypeScript file in a process of its own. */
export interface Child {
  readonly process: ChildProcessWithoutNullStreams;
  /** Everything that it wrote so far. */
  output(): string;
  /** Resolves when it has written something that matches; throws with its output where it ends without. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

export function startChild(
  file: string,
  args: readonly string[],
  variables: Record<string, string> = {},
): Child {
  const child = spawn(process.execPath, [scriptOf(file), ...args], {
    cwd: root,
    env: { ...process.env, ...variables },
  });
  let output = "";
  const ended = once(child, "exit").then(() => child.exitCode ?? child.signalCode ?? -1);
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      for (const listener of heard) listener();
    });
  }
  return {
    process: child,
    output: () => output,
    ended,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const listen = () => {
          const found = pattern.exec(output);
          if (!found) return;
          heard.delete(listen);
          resolve(found);
        };
        heard.add(listen);
        listen();
        void ended.then((code) => reject(new Error(`ended with ${code}: ${output}`)));
      }),
  };
}
