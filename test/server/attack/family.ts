import type { Attempt } from "./attempt.ts";
import type { ValidRequest } from "./samples.ts";
import type { World } from "./world.ts";

/** One kind of bad input, as attempts on one endpoint. */
export type Family = (valid: ValidRequest, world: World) => Promise<readonly Attempt[]> | readonly Attempt[];
