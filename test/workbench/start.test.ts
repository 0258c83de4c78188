import { spawn } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { Server } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "inicio-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("a port in use gets one sentence that says what to do, and exit code 1", async () => {
  const { server, port } = await takenPort();
  const { code, errors } = await start({ PORT: String(port), VAD_DATA: folder });
  server.close();
  expect({ code, errors }).toEqual({
    code: 1,
    errors: `El puerto ${port} ya está en uso. Cierre el otro programa o elija otro puerto con PORT.\n`,
  });
});

test("a data folder that cannot be written gets one sentence that says which, and exit code 1", async () => {
  // A file where a folder should be: nobody can write into that, root included.
  const file = join(folder, "ocupado");
  await writeFile(file, "");
  await chmod(file, 0o444);
  const { code, errors } = await start({ PORT: String(await freePort()), VAD_DATA: file });
  expect({ code, errors }).toEqual({
    code: 1,
    errors: `No se puede escribir en la carpeta de datos ${join(file, "demostracion")}. Revise sus permisos.\n`,
  });
});

test("a port that is no number gets a sentence too", async () => {
  const { code, errors } = await start({ PORT: "tres mil", VAD_DATA: folder });
  expect({ code, errors }).toEqual({
    code: 1,
    errors: "PORT debe ser un número de puerto entre 1 y 65535.\n",
  });
});

function start(variables: Record<string, string>): Promise<{ code: number | null; errors: string }> {
  const script = resolve(import.meta.dirname, "start.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script], { env: environment(variables) });
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("close", (code) => done({ code, errors }));
  });
}

/** As much of our own environment as a program needs to run. */
function environment(variables: Record<string, string>): NodeJS.ProcessEnv {
  const { PATH, HOME, SystemRoot, TEMP } = process.env;
  return { PATH, HOME, SystemRoot, TEMP, ...variables };
}

async function freePort(): Promise<number> {
  const { server, port } = await takenPort();
  await new Promise((done) => server.close(done));
  return port;
}

function takenPort(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  return new Promise((done) => {
    server.listen(0, () => {
      const address = server.address();
      done({ server, port: typeof address === "object" && address ? address.port : 0 });
    });
  });
}
