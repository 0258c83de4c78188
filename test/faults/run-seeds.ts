import type { Founding } from "./world/people.ts";
import { runSchedule, type Ran } from "./run-schedule.ts";
import { scheduleOf, type Favours, type Schedule } from "./schedule.ts";
import { shrink } from "./shrink.ts";
import { clockShift } from "./world/clock.ts";
import { ServiceProcess, type ServiceScripts } from "./world/service-process.ts";
import { refound, type Company } from "./world/world.ts";

export interface WorkerTask extends ServiceScripts {
  /** Where the founded company lies, and where this worker's service may run. */
  readonly founding: string;
  readonly folder: string;
  /** The first seed, and how far the next is from it. */
  readonly seed: number;
  readonly stride: number;
  readonly schedules: number;
  readonly milliseconds: number;
  /** Schedules to run before those of seeds. */
  readonly given?: readonly Schedule[];
  readonly favours?: Favours;
  readonly shrinks: boolean;
}

/** Who is told what happens, and may say that it is enough. */
export interface Overseer {
  tell(line: WorkerLine): void;
  isOver(): boolean;
}

/** What a worker tells. */
export type WorkerLine =
  | {
      readonly kind: "ran";
      readonly seed: number;
      readonly milliseconds: number;
      readonly cpu: number;
      readonly ran: Ran;
    }
  | {
      readonly kind: "violation";
      readonly seed: number;
      readonly violations: readonly string[];
      readonly schedule: Schedule;
    };

/** After this many schedules the service begins anew with an empty company. */
const schedulesEach = 40;

/**
 * Runs the given schedules, and others until time or number are up, or it is enough. One that breaks a rule is shrunk, and the
 * next begins in a company that is founded anew.
 */
export async function runSeeds(task: WorkerTask, founding: Founding, overseer: Overseer): Promise<void> {
  const service = await ServiceProcess.create(task, clockShift);
  const anew = () => refound(founding, service, task.folder);
  let company = await anew();
  const begun = performance.now();
  const given = task.given ?? [];
  try {
    for (let at = 0; at < given.length + task.schedules; at += 1) {
      const isLate = performance.now() - begun > task.milliseconds;
      if (overseer.isOver() || (isLate && at >= given.length)) break;
      const seed = (task.seed + (at - given.length) * task.stride) | 0;
      const schedule = given[at] ?? scheduleOf(seed, task.favours);
      if (at > 0 && at % schedulesEach === 0) company = await anew();
      const ran = await runTimed(seed, schedule, company, overseer);
      if (ran.violations.length === 0) continue;
      const run = async (one: Schedule) => (await runSchedule(one, await anew())).violations;
      const shrunk = task.shrinks ? await shrink(schedule, run) : { schedule, violations: [] };
      const violations = shrunk.violations.length > 0 ? shrunk.violations : ran.violations;
      overseer.tell({ kind: "violation", seed, violations, schedule: shrunk.schedule });
      company = await anew();
    }
  } finally {
    await service.kill();
  }
}

async function runTimed(
  seed: number,
  schedule: Schedule,
  company: Company,
  { tell }: Overseer,
): Promise<Ran> {
  const before = performance.now();
  const cpuBefore = process.cpuUsage();
  const ran = await runSchedule(schedule, company);
  tell({ kind: "ran", seed, milliseconds: performance.now() - before, cpu: cpuSince(cpuBefore), ran });
  return ran;
}

/** Milliseconds of this process alone. */
function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
