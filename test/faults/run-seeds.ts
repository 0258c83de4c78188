import type { Founding } from "./world/people.ts";
import { runSchedule, type Ran } from "./run-schedule.ts";
import { scheduleOf, type Schedule } from "./schedule.ts";
import { shrink } from "./shrink.ts";
import { clockShift } from "./world/clock.ts";
import { ServiceProcess, type ServiceScripts } from "./world/service-process.ts";
import { refound } from "./world/world.ts";

export interface WorkerTask extends ServiceScripts {
  /** Where the founded company lies, and where this worker's service may run. */
  readonly founding: string;
  readonly folder: string;
  /** The first seed, and how far the next is from it. */
  readonly seed: number;
  readonly stride: number;
  readonly schedules: number;
  readonly milliseconds: number;
  /** Schedules to run instead of those of seeds. */
  readonly given?: readonly Schedule[];
  readonly shrinks: boolean;
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

/** Runs schedule after schedule until time or number are up, or one breaks a rule; that one is shrunk. */
export async function runSeeds(
  task: WorkerTask,
  founding: Founding,
  tell: (line: WorkerLine) => void,
): Promise<void> {
  const service = await ServiceProcess.create(task, clockShift);
  let company = await refound(founding, service, task.folder);
  const begun = performance.now();
  try {
    for (let at = 0; at < (task.given?.length ?? task.schedules); at += 1) {
      if (performance.now() - begun > task.milliseconds) break;
      const seed = (task.seed + at * task.stride) | 0;
      const schedule = task.given?.[at] ?? scheduleOf(seed);
      if (at > 0 && at % schedulesEach === 0) company = await refound(founding, service, task.folder);
      const before = performance.now();
      const cpuBefore = process.cpuUsage();
      const ran = await runSchedule(schedule, company);
      tell({ kind: "ran", seed, milliseconds: performance.now() - before, cpu: cpuSince(cpuBefore), ran });
      if (ran.violations.length === 0) continue;
      const run = async (one: Schedule) => {
        company = await refound(founding, service, task.folder);
        return (await runSchedule(one, company)).violations;
      };
      const shrunk = task.shrinks ? await shrink(schedule, run) : { schedule, violations: [] };
      const violations = shrunk.violations.length > 0 ? shrunk.violations : ran.violations;
      tell({ kind: "violation", seed, violations, schedule: shrunk.schedule });
      break;
    }
  } finally {
    await service.kill();
  }
}

/** Milliseconds of this process alone. */
function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
