import * as esbuild from "esbuild";
import { fileURLToPath } from "node:url";

let built: Promise<string> | undefined;

/** The gallery as one script, built from the sources of the pane; once for all files of tests in this process. */
export const buildGallery = (): Promise<string> => (built ??= build());

async function build(): Promise<string> {
  const entry = fileURLToPath(new URL("gallery.tsx", import.meta.url));
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  const [script] = outputFiles;
  if (!script) throw new Error("esbuild gave no gallery");
  return script.text;
}
