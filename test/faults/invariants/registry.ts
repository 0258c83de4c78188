import { acknowledgedOnce } from "./acknowledged-once.ts";
import { figuresHold } from "./figures-hold.ts";
import type { Invariant } from "./invariant.ts";
import { noPullSkips } from "./no-pull-skips.ts";
import { nobodySeesTooMuch } from "./nobody-sees-too-much.ts";
import { nothingDeleted } from "./nothing-deleted.ts";
import { nothingOverwritten } from "./nothing-overwritten.ts";
import { nothingTypedVanishes } from "./nothing-typed-vanishes.ts";
import { quietReplicasAgree } from "./quiet-replicas-agree.ts";
import { replaysChangeNothing } from "./replays-change-nothing.ts";

/** All that holds whatever happens. */
export const invariants: readonly Invariant[] = [
  acknowledgedOnce,
  replaysChangeNothing,
  quietReplicasAgree,
  nothingTypedVanishes,
  nothingOverwritten,
  nothingDeleted,
  noPullSkips,
  figuresHold,
  nobodySeesTooMuch,
];
