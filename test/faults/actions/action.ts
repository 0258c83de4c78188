import type fc from "fast-check";
import type { World } from "../world/world.ts";

/**
 * Something that people or machines do. `choices` are numbers that choose among what is there when it happens, so that
 * any part of a schedule is a schedule too. What cannot be done then is not done.
 */
export interface Action<Choices extends object = Readonly<Record<string, unknown>>> {
  readonly kind: string;
  /** How often it is chosen, compared with others. */
  readonly weight: number;
  readonly choices: fc.Arbitrary<Choices>;
  perform(world: World, choices: Choices): Promise<void>;
}

/** The action for the registry, which keeps actions of all choices: its own arbitrary is what its choices come from. */
export function defineAction<Choices extends object>(action: Action<Choices>): Action {
  return action as unknown as Action;
}
