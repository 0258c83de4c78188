import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { pino, type Logger } from "pino";
import { createS3Store } from "./attachments/s3-store.ts";
import { StartFailure } from "./db/failures.ts";
import { readEnvironment, type Environment } from "./environment.ts";
import { keptSecret } from "./identity/secret.ts";
import { listen, type Listener } from "./listen.ts";
import { watchLoad } from "./load-watch.ts";
import { createService, type RunningService } from "./service.ts";

/** Exit codes: a setting or the machine must be mended; the service ended itself and wants to be started again. */
const exitCodes = { cannotStart: 1, startAgain: 70 } as const;
/** How long requests under way may take once the service is asked to stop, in milliseconds. */
const patience = 10_000;

const addinFolder = fileURLToPath(new URL("../dist/addin", import.meta.url));

await main();

async function main(): Promise<void> {
  const read = readEnvironment();
  if (!read.ok) return refuse(read.mistakes);
  try {
    await run(read.environment);
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error;
    refuse([error.message]);
  }
}

async function run(environment: Environment): Promise<void> {
  const log = pino({ level: environment.logLevel });
  let listener: Listener | undefined;
  const service = await createService({
    place: environment.place,
    ...(environment.bucket ? { objects: createS3Store(environment.bucket) } : {}),
    company: environment.company,
    entra: environment.entra,
    secret: environment.secret ?? keptSecret(environment.folder),
    mail: environment.mail,
    asksCode: environment.asksCode,
    origins: environment.origins,
    proxies: environment.proxies,
    tls: environment.certificate !== undefined,
    log,
    load: watchLoad(),
    ...(existsSync(addinFolder) ? { addinFolder } : {}),
    onFatal: () => void endAtOnce(listener),
  });
  try {
    await service.personal.finish();
    listener = await listen(service.app.fetch, environment, (error) => {
      log.fatal({ err: error }, "the port is broken");
      if (listener) void end(service, listener, exitCodes.startAgain);
    });
  } catch (error) {
    await service.stop();
    throw error;
  }
  stopWhenAsked(service, listener, log);
  log.info({ address: listener.address, addin: existsSync(addinFolder) }, "listening");
  if ((await service.people.list()).length === 0) {
    process.stderr.write("Todavía no hay cuentas. Detenga el servicio y créelas con «npm run people».\n");
  }
}

function stopWhenAsked(service: RunningService, listener: Listener, log: Logger): void {
  const stop = () => {
    log.info("stopping");
    void end(service, listener, 0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, stop);
}

/** Answers what is under way, gives the file back and ends. */
async function end(service: RunningService, listener: Listener, code: number): Promise<void> {
  service.endStreams();
  await listener.close(patience);
  await service.stop();
  process.exit(code);
}

/** Answers what is under way with `unavailable` and ends, so that a supervisor starts it on a sound connection. */
async function endAtOnce(listener: Listener | undefined): Promise<void> {
  process.exitCode = exitCodes.startAgain;
  setTimeout(() => process.exit(exitCodes.startAgain), 1_000).unref();
  await listener?.close(500);
  process.exit(exitCodes.startAgain);
}

function refuse(sentences: readonly string[]): void {
  process.stderr.write(`${sentences.join("\n")}\n`);
  process.exitCode = exitCodes.cannotStart;
}
