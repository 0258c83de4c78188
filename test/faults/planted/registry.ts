import { acknowledgeBeforeCommit } from "./acknowledge-before-commit.ts";
import { answerReplaysAnew } from "./answer-replays-anew.ts";
import { cursorBeforeRows } from "./cursor-before-rows.ts";
import { dropConflict, hideConflict } from "./drop-conflict.ts";
import { forgetLostRows } from "./forget-lost-rows.ts";
import { leakColumn, leakRow } from "./leak.ts";
import type { PlantedBug } from "./planted-bug.ts";
import { pullOverTyped } from "./pull-over-typed.ts";
import { forgetRevision, skipRevision } from "./skip-revision.ts";
import { trustAbsence } from "./trust-absence.ts";
import { wrongFigure } from "./wrong-figure.ts";

/** One bug of each kind that the harness exists to find. */
export const plantedBugs: readonly PlantedBug[] = [
  dropConflict,
  hideConflict,
  skipRevision,
  forgetRevision,
  acknowledgeBeforeCommit,
  trustAbsence,
  leakColumn,
  leakRow,
  cursorBeforeRows,
  answerReplaysAnew,
  pullOverTyped,
  forgetLostRows,
  wrongFigure,
];
