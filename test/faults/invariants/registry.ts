import { acknowledgedOnce } from "./acknowledged-once.ts";
import type { Invariant } from "./invariant.ts";
import { nothingTypedVanishes } from "./nothing-typed-vanishes.ts";
import { quietReplicasAgree } from "./quiet-replicas-agree.ts";

/** All that holds whatever happens. */
export const invariants: readonly Invariant[] = [acknowledgedOnce, quietReplicasAgree, nothingTypedVanishes];
