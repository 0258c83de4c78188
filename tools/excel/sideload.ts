import { spawnSync } from "node:child_process";

/** Microsoft's sideloading tool. Fetched when it is needed: it compiles a keyring binding that the project never uses. */
const TOOL = "office-addin-debugging@7";

/** Why this machine cannot open the add-in in desktop Excel; undefined when it can. */
export function refusalFor(platform: NodeJS.Platform): string | undefined {
  if (platform === "win32" || platform === "darwin") return undefined;
  return [
    "Excel de escritorio solo existe para Windows y Mac, y este equipo no es ni lo uno ni lo otro.",
    "Para probar aquí use «npm start». Para Excel en la web, docs/despliegue.md dice cómo cargar el manifiesto.",
  ].join("\n");
}

/** The words of the command that registers the manifest and opens Excel with it, or takes it out again. */
export function sideloadCommand(act: "start" | "stop", manifest: string): readonly string[] {
  const how = act === "start" ? ["desktop", "--app", "excel", "--no-debug", "--no-live-reload"] : [];
  return ["--yes", TOOL, act, manifest, ...how];
}

/** Runs the command and tells whether it went well; its own messages go to the terminal. */
export function sideload(act: "start" | "stop", manifest: string): boolean {
  const onWindows = process.platform === "win32";
  const words = sideloadCommand(act, onWindows ? `"${manifest}"` : manifest);
  return spawnSync("npx", words, { stdio: "inherit", shell: onWindows }).status === 0;
}
