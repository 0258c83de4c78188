import { build } from "esbuild";
import { fileURLToPath } from "node:url";

/** The gallery as one script, built from the sources of the pane. */
export async function buildGallery(): Promise<string> {
  const entry = fileURLToPath(new URL("gallery.tsx", import.meta.url));
  const { outputFiles } = await build({
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
