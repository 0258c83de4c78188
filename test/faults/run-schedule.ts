import { actions } from "./actions/registry.ts";
import { invariants } from "./invariants/registry.ts";
import { comeToRest } from "./quiet.ts";
import type { Schedule } from "./schedule.ts";
import { tidyUp } from "./tidy-up.ts";
import { World, type Company } from "./world/world.ts";

export interface Ran {
  readonly violations: readonly string[];
  readonly faults: Readonly<Record<string, number>>;
  /** How far it came. */
  readonly steps: number;
}

const byKind = new Map(actions.map((action) => [action.kind, action]));

/** Lets a schedule happen, and judges it after each step and when all is quiet again. It stops at the first breach. */
export async function runSchedule(schedule: Schedule, company: Company): Promise<Ran> {
  const world = new World(company);
  await world.begin();
  let steps = 0;
  let violations: readonly string[] = [];
  for (const step of schedule) {
    violations = await perform(world, step);
    steps += 1;
    if (violations.length > 0) break;
  }
  if (violations.length === 0) violations = await judgeAtRest(world);
  await world.close();
  await tidyUp(world);
  return { violations, faults: Object.fromEntries(world.faults), steps };
}

async function perform(world: World, { kind, with: choices }: Schedule[number]): Promise<readonly string[]> {
  const action = byKind.get(kind);
  if (!action) throw new Error(`there is no action "${kind}"`);
  await action.perform(world, choices);
  await world.look();
  const found: string[] = [...world.breaches];
  for (const { number, afterEach } of invariants) {
    const breaches = (await afterEach?.(world)) ?? [];
    found.push(...breaches.map((text) => `${number}: ${text}`));
  }
  return found;
}

async function judgeAtRest(world: World): Promise<readonly string[]> {
  const restless = await comeToRest(world);
  if (restless.length > 0) return restless.map((text) => `3: ${text}`);
  const found: string[] = [];
  for (const { number, whenQuiet } of invariants) {
    const breaches = await whenQuiet(world);
    found.push(...breaches.map((text) => `${number}: ${text}`));
  }
  return found;
}
