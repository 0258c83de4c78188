import type { World } from "../world/world.ts";

/** Something that holds whatever happens. Each check gives a sentence for every breach, with what is needed to see it. */
export interface Invariant {
  /** Its number in the list of what the product promises. */
  readonly number: number;
  readonly rule: string;
  /** After each step. */
  afterEach?(world: World): Promise<readonly string[]> | readonly string[];
  /** When everything is healed and everybody has synchronised until nothing moves any more. */
  whenQuiet(world: World): Promise<readonly string[]> | readonly string[];
}
