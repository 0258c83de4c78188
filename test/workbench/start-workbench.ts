import { join, resolve } from "node:path";
import { pino } from "pino";
import { demoCompanyName, demoPeople } from "../../server/demo/people.ts";
import { seedDemo } from "../../server/demo/seed-demo.ts";
import { keptSecret } from "../../server/identity/secret.ts";
import { listen } from "../../server/listen.ts";
import type { RunningService } from "../../server/service.ts";
import { createService } from "../../server/service.ts";
import { dayAt } from "../../shared/colombia/day.ts";
import { buildAddin } from "../../tools/build.ts";
import { buildWorkbench } from "./bundle/build-workbench.ts";
import { createDemoWorkbooks } from "./serve/demo-workbooks.ts";
import { createPages } from "./serve/pages.ts";

export interface WorkbenchOptions {
  /** 0 takes any free port. */
  port: number;
  /** Where the demonstration company's database lives; made and filled on the first start. */
  dataFolder: string;
  /** Hears what is being prepared, in Spanish, for whoever waits. */
  log?: (sentence: string) => void;
  now?: () => Date;
}

export interface RunningWorkbench {
  url: string;
  service: RunningService;
  /** Lets what is under way end, then gives port and database back. */
  stop: () => Promise<void>;
}

const root = resolve(import.meta.dirname, "../..");
/** The same seed gives everybody the same company. */
export const companySeed = 2_026;
/** How long requests under way may take once the workbench is asked to stop, in milliseconds. */
const patience = 2_000;

/**
 * The workbench with the service behind it: builds what is not current, fills the database on the first start, and
 * listens. Throws `StartFailure` with a Spanish sentence where the port is taken or the folder cannot be written.
 */
export async function startWorkbench(options: WorkbenchOptions): Promise<RunningWorkbench> {
  const { log = () => undefined, now = () => new Date() } = options;
  // The port first: whoever has to choose another one learns it before the building.
  const { promise: pages, open, refuse } = promised<(request: Request) => Response | Promise<Response>>();
  const listener = await listen(async (request) => (await pages)(request), { port: options.port });
  let service: RunningService | undefined;
  try {
    service = await demoService(options.dataFolder, now, log);
    open(await workbenchPages(service, dayAt(now()), log));
  } catch (error) {
    refuse(error);
    await listener.close(0);
    await service?.stop();
    throw error;
  }
  const running = service;
  const stop = async () => {
    await listener.close(patience);
    await running.stop();
  };
  return { url: listener.address, service, stop };
}

async function demoService(
  folder: string,
  now: () => Date,
  log: (sentence: string) => void,
): Promise<RunningService> {
  const service = await createService({
    place: { folder },
    company: demoCompanyName,
    secret: keptSecret(folder),
    addinFolder: join(root, "dist/addin"),
    log: pino({ level: "warn" }),
    now,
  });
  if ((await service.people.list()).length === 0)
    log("Creando la empresa de demostración (solo la primera vez)…");
  await seedDemo(service, { seed: companySeed, today: dayAt(now()) });
  return service;
}

async function workbenchPages(
  service: RunningService,
  today: string,
  log: (sentence: string) => void,
): Promise<(request: Request) => Response | Promise<Response>> {
  const workbench = join(root, "dist/workbench");
  log("Preparando el complemento y la mesa de pruebas…");
  await buildAddin();
  await buildWorkbench(workbench);
  const pages = createPages({
    workbench,
    workbooks: join(root, "test/workbooks"),
    demoWorkbooks: createDemoWorkbooks(today),
    people: demoPeople,
    service: (request) => service.app.fetch(request),
  });
  return (request) => pages.fetch(request);
}

/** A promise that is settled from outside. Nobody may be waiting when it is refused, and that is no fault. */
function promised<Value>() {
  let settle: { open: (value: Value) => void; refuse: (error: unknown) => void } | undefined;
  const promise = new Promise<Value>((open, refuse) => {
    settle = { open, refuse };
  });
  promise.catch((error: unknown) => error);
  return {
    promise,
    open: (value: Value) => settle?.open(value),
    refuse: (error: unknown) => settle?.refuse(error),
  };
}
