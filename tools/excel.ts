import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { ensureCertificatesAreInstalled } from "office-addin-dev-certs";
import { localhostCertificatePath, localhostKeyPath } from "office-addin-dev-certs/lib/defaults.js";
import { buildAddin } from "./build.ts";
import { answersOn } from "./excel/answering.ts";
import { refusalFor, sideload } from "./excel/sideload.ts";
import { DEVELOPMENT } from "./manifest/publish.ts";

/**
 * `npm run excel`: the add-in in desktop Excel on this machine. Trusts a development certificate (the system asks once), builds,
 * starts the service over https where manifest.xml points, and opens Excel with the manifest until Ctrl+C.
 */
const ROOT = resolve(import.meta.dirname, "..");
const MANIFEST = resolve(ROOT, "manifest.xml");
const PORT = Number(new URL(DEVELOPMENT).port);

const refusal = refusalFor(process.platform);
if (refusal === undefined) await openExcel();
else fail(refusal);

async function openExcel(): Promise<void> {
  await ensureCertificatesAreInstalled();
  await buildAddin();
  if (await answersOn(PORT, 0.2))
    return fail(`Otro programa ya usa el puerto ${PORT}. Ciérrelo y vuelva a intentar.`);
  const service = startService();
  const stopped = once(service, "exit");
  const isReady = await Promise.race([answersOn(PORT, 60), stopped.then(() => false)]);
  if (!isReady) {
    service.kill();
    return fail("El servicio no arrancó. Arriba está el motivo.");
  }
  if (sideload("start", MANIFEST))
    console.info("Excel está abierto con la ficha Ventas al Día. Ctrl+C para terminar.");
  else fail("No se pudo abrir Excel con el complemento. docs/despliegue.md dice cómo cargarlo a mano.");
  await stopped;
  sideload("stop", MANIFEST);
}

/** Ctrl+C reaches the service too, which ends in order; this program then takes the manifest out and ends. */
function startService(): ChildProcess {
  process.on("SIGINT", () => undefined);
  const tls = { PORT: String(PORT), VAD_TLS_CERT: localhostCertificatePath, VAD_TLS_KEY: localhostKeyPath };
  return spawn(process.execPath, ["--import", "tsx", "server/main.ts"], {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, ...tls },
  });
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
