import type { SheetRepairs } from "../../../../addin/sync/familiar-session.ts";
import type { RepairGroup } from "../../../../shared/repair/plan-repairs.ts";

const certain = (
  typed: string,
  becomes: string | number,
  shown: string,
  rows: readonly number[],
): RepairGroup => ({
  typed,
  becomes,
  shown,
  rows,
  why: null,
  suggestions: [],
});

/** Twelve cells that can be repaired for sure in two columns, and three of two names that only a person can tell. */
export const visitRepairs: readonly SheetRepairs[] = [
  {
    link: "l-visits",
    sheet: "visits",
    columns: [
      {
        column: "visitedOn",
        certain: [
          certain("3-mar-26", 46_084, "03/03/2026", [7, 8, 11]),
          certain("4 de marzo de 2026", 46_085, "04/03/2026", [12]),
        ],
        uncertain: [],
      },
      {
        column: "outcome",
        certain: [certain("VINC.", "Vinculado", "Vinculado", [7, 9, 14, 15, 19, 22, 28, 31])],
        uncertain: [],
      },
      {
        column: "municipality",
        certain: [],
        uncertain: [
          {
            ...certain("SINCELEGO", "SINCELEGO", "", [9, 21]),
            why: "unknown-municipality",
            suggestions: [{ label: "Sincelejo", cell: "Sincelejo" }],
          },
        ],
      },
      {
        column: "advisor",
        certain: [],
        uncertain: [
          {
            ...certain("Carlos R.", "Carlos R.", "", [23]),
            why: "unknown-person",
            suggestions: [
              { label: "Carlos Andrés Ruiz", cell: "Carlos Andrés Ruiz" },
              { label: "Carlos Mario Rojas", cell: "Carlos Mario Rojas" },
            ],
          },
        ],
      },
    ],
  },
];
