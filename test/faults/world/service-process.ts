import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, utimesSync } from "node:fs";
import { createServer } from "node:net";
import { databaseFile } from "../../../server/db/open-database.ts";

export interface ServiceScripts {
  readonly service: string;
  readonly clock: string;
}

/** The real service in a process of its own, that can be killed, started again and told another time. */
export class ServiceProcess {
  readonly #scripts: ServiceScripts;
  readonly #port: number;
  #child: ChildProcess | undefined;
  #output = "";
  folder = "";
  /** What its clock is ahead of this machine's, in milliseconds. */
  clockShift: number;

  private constructor(scripts: ServiceScripts, port: number, clockShift: number) {
    this.#scripts = scripts;
    this.#port = port;
    this.clockShift = clockShift;
  }

  static async create(scripts: ServiceScripts, clockShift: number): Promise<ServiceProcess> {
    return new ServiceProcess(scripts, await freePort(), clockShift);
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get isRunning(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null;
  }

  /** Starts it on its folder; throws with what it said where it does not come up. */
  async start(): Promise<void> {
    this.#grow();
    this.#output = "";
    const child = fork(this.#scripts.service, [], {
      execArgv: ["--import", this.#scripts.clock],
      env: {
        ...process.env,
        VAD_DATA: this.folder,
        VAD_HOST: "127.0.0.1",
        PORT: String(this.#port),
        VAD_LOG: "info",
        VAD_ORIGINS: "",
        FAULTS_CLOCK_SHIFT: String(this.clockShift),
      },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.#child = child;
    const up = new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        this.#output = (this.#output + chunk.toString()).slice(-20_000);
        if (this.#output.includes('"msg":"listening"')) resolve();
      };
      child.stdout?.on("data", hear);
      child.stderr?.on("data", hear);
      child.once("exit", (code, signal) =>
        reject(new Error(`the service ended with ${code ?? signal}: ${this.#output}`)),
      );
    });
    await up;
  }

  /** What it logged last. */
  get output(): string {
    return this.#output;
  }

  /** Puts its clock forward or back while it runs. */
  tellTime(clockShift: number): void {
    this.clockShift = clockShift;
    if (this.isRunning) this.#child?.send({ shift: clockShift });
  }

  /** `kill -9`, in the middle of whatever it does. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child || !this.isRunning) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  }

  /** A killed owner's lock counts as abandoned after some seconds: they pass here at once. */
  #grow(): void {
    const lock = `${databaseFile(this.folder)}.lock`;
    const before = new Date(Date.now() + this.clockShift - 60_000);
    if (existsSync(lock)) utimesSync(lock, before, before);
  }

  get database(): string {
    return databaseFile(this.folder);
  }
}

/** A free port of this machine. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (typeof address !== "object" || !address) throw new Error("no port");
  return address.port;
}
