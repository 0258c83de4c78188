import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartFailure } from "../db/failures.ts";

/** The secret that signs the tokens, kept in the data folder for its owner's eyes; made on the first start. */
export function keptSecret(folder: string): string {
  const file = join(folder, "secret");
  try {
    mkdirSync(folder, { recursive: true });
    return readSecret(file) ?? makeSecret(file);
  } catch (error) {
    if (error instanceof StartFailure) throw error;
    throw new StartFailure(`No se puede escribir en la carpeta de datos ${folder}. Revise sus permisos.`, {
      cause: error,
    });
  }
}

function readSecret(file: string): string | undefined {
  try {
    const secret = readFileSync(file, "utf8").trim();
    if (secret.length >= 32) return secret;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  throw new StartFailure(`El archivo ${file} está dañado. Bórrelo: todos volverán a iniciar sesión.`);
}

/** `wx`: of two processes that make it at once one succeeds; the other is refused, and reads it when started again. */
function makeSecret(file: string): string {
  const secret = randomBytes(32).toString("hex");
  writeFileSync(file, secret, { mode: 0o600, flag: "wx" });
  return secret;
}
