import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { bundle, root, type Bundles } from "./bundle.ts";
import type { PlantedBug } from "./planted/planted-bug.ts";
import type { WorkerLine } from "./run-seeds.ts";
import type { Schedule } from "./schedule.ts";
import { mountLimitedDisk, unmount } from "./world/limited-disk.ts";

export interface Run {
  readonly seed: number;
  readonly workers: number;
  readonly milliseconds: number;
  /** At most, by each worker. */
  readonly schedules?: number;
  readonly shrinks?: boolean;
  readonly planted?: PlantedBug;
  /** Schedules that the workers share out and run before those of seeds. */
  readonly given?: readonly Schedule[];
  /** Nobody goes on once a rule is broken. */
  readonly endsAtFirst?: boolean;
  /** Told after each schedule. */
  told?(report: Report): void;
}

export interface Violation {
  readonly seed: number;
  readonly violations: readonly string[];
  readonly schedule: Schedule;
}

/** What a run came to. */
export interface Report {
  seed: number;
  schedules: number;
  steps: number;
  /** How often each fault really struck. */
  faults: Record<string, number>;
  violations: number;
  /** What was broken, and by which schedule, as far as it could be shrunk. */
  broken: Violation[];
}

/** Runs schedules in processes of their own, each with its service on a disk of its own. */
export async function runFaults(run: Run): Promise<Report> {
  const bundles = await bundle(run.planted);
  // Databases in memory, where there is such a folder.
  const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "faults-"));
  const report: Report = { seed: run.seed, schedules: 0, steps: 0, faults: {}, violations: 0, broken: [] };
  try {
    await work(bundles, { act: "found", folder: join(folder, "found") }, { hear: () => undefined });
    const enough = new AbortController();
    const working = Array.from({ length: run.workers }, (_, at) =>
      runWorker(run, { at, bundles, folder, enough }, report),
    );
    // Each gives its disk back before what one of them met is told.
    const failed = (await Promise.allSettled(working)).filter(({ status }) => status === "rejected");
    for (const one of failed) if (one.status === "rejected") throw one.reason;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(join(bundles.worker, ".."), { recursive: true, force: true });
  }
  return report;
}

interface Post {
  /** Which of the workers. */
  readonly at: number;
  readonly bundles: Bundles;
  readonly folder: string;
  /** Ends all workers. */
  readonly enough: AbortController;
}

async function runWorker(run: Run, { at, bundles, folder, enough }: Post, report: Report): Promise<void> {
  const own = join(folder, `service-${at}`);
  const isLimited = mountLimitedDisk(own);
  const task = {
    act: "run",
    founding: join(folder, "found"),
    folder: own,
    seed: run.seed + at,
    stride: run.workers,
    schedules: run.schedules ?? 1_000_000,
    milliseconds: run.milliseconds,
    shrinks: run.shrinks ?? true,
    given: (run.given ?? []).filter((_, place) => place % run.workers === at),
    favours: run.planted?.favours ?? {},
    ...bundles,
  };
  try {
    const hear = (line: WorkerLine) => {
      take(report, line);
      run.told?.(report);
      if (run.endsAtFirst && line.kind === "violation") enough.abort();
    };
    await work(bundles, task, { hear, enough: enough.signal });
  } finally {
    if (isLimited) unmount(own);
  }
}

function take(report: Report, line: WorkerLine): void {
  if (line.kind === "violation") {
    const { seed, violations, schedule } = line;
    report.broken.push({ seed, violations, schedule });
    return;
  }
  const { ran } = line;
  report.schedules += 1;
  report.steps += ran.steps;
  if (ran.violations.length > 0) report.violations += 1;
  for (const [fault, times] of Object.entries(ran.faults))
    report.faults[fault] = (report.faults[fault] ?? 0) + times;
}

/** Lets a worker do a task; throws where it ends without having done it. */
async function work(
  { worker }: Bundles,
  task: object,
  { hear, enough }: { hear(line: WorkerLine): void; readonly enough?: AbortSignal },
): Promise<void> {
  // Much is made and soon forgotten: room for it spares most of the collecting.
  const args = ["--enable-source-maps", "--max-semi-space-size=64", worker, JSON.stringify(task)];
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  enough?.addEventListener("abort", () => child.kill("SIGTERM"));
  let trouble = "";
  child.stderr.on("data", (chunk: Buffer) => (trouble = (trouble + chunk.toString()).slice(-10_000)));
  const ended = once(child, "exit");
  for await (const line of createInterface({ input: child.stdout })) hear(JSON.parse(line) as WorkerLine);
  await ended;
  if (child.exitCode !== 0) throw new Error(`a worker ended with ${child.exitCode}: ${trouble}`);
}
