import type { Outcome, PaneCommands, PaneState } from "../../../../addin/sync/session.ts";
import type {
  ChosenRow,
  ChosenRows,
  ReturnedRow,
  StandingReport,
  StatusCommands,
  VoidedRows,
} from "../../../../addin/sync/status-session.ts";
import { placeAt } from "./review-items.ts";

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
const carlos = "Carlos Andrés Mora";
const reason = "La fecha de vinculación no es la del contrato. Falta el acta firmada por el usuario.";

const returnedBy = (at: string) => ({ is: "returned", by: carlos, at, reason }) as const;
const validated = { is: "validated", by: carlos, at: hoursAgo(30), reason: null } as const;

const returnedRow = (row: number, label: string, isChanged: boolean): ReturnedRow => ({
  link: "l-visits",
  sheet: "visits",
  rowId: `r-${row}`,
  row,
  label,
  place: placeAt("Control visitas", `D${row}`),
  status: returnedBy(hoursAgo(2)),
  isChanged,
});

const chosenRow = (
  row: number,
  stage: ChosenRow["stage"],
  status: ChosenRow["status"] = null,
): ChosenRow => ({
  rowId: `r-${row}`,
  row,
  stage,
  status,
});

const chosen = (rows: readonly ChosenRow[], may: Pick<ChosenRows, "mayVerify" | "mayVoid">): ChosenRows => ({
  link: "l-visits",
  sheet: "visits",
  unit: "rows",
  rows,
  ...may,
});

const asAdvisor = { mayVerify: false, mayVoid: true };
const asQuality = { mayVerify: true, mayVoid: false };
const at = (row: number): Pick<PaneState, "selection"> => ({
  selection: { link: "l-visits", row, position: row - 5, column: "customer" },
});

/** Two rows came back to the advisor, one of whom was corrected; the advisor stands in the other. */
export const returnedToAdvisor = {
  ...at(18),
  returned: [
    returnedRow(18, "Panadería El Trupillo · 03/03/2026", false),
    returnedRow(27, "Hotel Brisa y Sol · 09/03/2026", true),
  ],
  chosen: chosen([chosenRow(18, "returned", returnedBy(hoursAgo(2)))], asAdvisor),
} satisfies Partial<PaneState>;

export const chosenByQuality = {
  ...at(18),
  chosen: chosen([chosenRow(18, "sent")], asQuality),
} satisfies Partial<PaneState>;

/** Twelve rows, three of which cannot be validated again. */
export const manyChosen = {
  ...at(10),
  chosen: chosen(
    Array.from({ length: 12 }, (_, place) =>
      place < 8
        ? chosenRow(10 + place, "sent")
        : place < 11
          ? chosenRow(10 + place, "validated", validated)
          : chosenRow(10 + place, "returned", returnedBy(hoursAgo(50))),
    ),
    asQuality,
  ),
} satisfies Partial<PaneState>;

/** The advisor changed a row that is validated. */
export const validatedForAdvisor = {
  ...at(31),
  chosen: chosen([chosenRow(31, "pending", validated)], asAdvisor),
  issues: [
    {
      link: "l-visits",
      sheet: "visits",
      rowId: "r-31",
      row: 31,
      place: placeAt("Control visitas", "D31"),
      issue: {
        column: "plannedOn",
        code: "locked",
        severity: "error",
        details: { by: validated.by, at: validated.at },
      },
      typed: "12/03/2026",
    },
  ],
} satisfies Partial<PaneState>;

/** The advisor changed a row that a colleague voided. */
export const voidWithChanges = {
  ...at(40),
  chosen: chosen([chosenRow(40, "pending", { is: "voided" })], asAdvisor),
  issues: [
    {
      link: "l-visits",
      sheet: "visits",
      rowId: "r-40",
      row: 40,
      place: placeAt("Control visitas", "D40"),
      issue: { column: "plannedOn", code: "voided", severity: "error" },
      typed: "12/03/2026",
    },
  ],
} satisfies Partial<PaneState>;

export const voidedVisits: VoidedRows = {
  link: "l-visits",
  sheet: "visits",
  stage: "ready",
  rows: [
    {
      rowId: "v-1",
      label: "Panadería El Trupillo · 03/03/2026",
      by: "Ana María Rojas",
      at: hoursAgo(3),
      reason: "Se registró dos veces",
      mayRestore: true,
    },
    {
      rowId: "v-2",
      label: "Conjunto Residencial Los Almendros de la Sabana · 27/02/2026",
      by: carlos,
      at: hoursAgo(90),
      reason: "La visita es de otro asesor",
      mayRestore: false,
    },
  ],
  more: true,
};

type Answer = <T>(command: keyof PaneCommands, asked: readonly unknown[], value: T) => Promise<Outcome<T>>;

/** What the gallery answers to acts on how rows stand: one row had changed meanwhile. */
export function statusAnswers(
  answer: Answer,
  done: (command: keyof PaneCommands, ...asked: readonly unknown[]) => Promise<Outcome>,
  change: (part: Partial<PaneState>) => void,
): StatusCommands {
  const report = (command: keyof PaneCommands, rows: readonly string[], ...asked: readonly unknown[]) =>
    answer<StandingReport>(command, [rows, ...asked], {
      done: Math.max(1, rows.length - 1),
      left: rows.length > 1 ? { stale: 1 } : {},
    });
  return {
    validateRows: ({ rowIds }) => report("validateRows", rowIds),
    returnRows: ({ rowIds }, why) => report("returnRows", rowIds, why),
    releaseRows: ({ rowIds }, why) => report("releaseRows", rowIds, why),
    voidRows: ({ rowIds }, why) => report("voidRows", rowIds, why),
    restoreRows: ({ rowIds }, why) => report("restoreRows", rowIds, why),
    keepAsNew: ({ rowIds }) => done("keepAsNew", rowIds),
    loadVoided: async () => change({ voided: voidedVisits }),
    loadMoreVoided: async () => void (await done("loadMoreVoided")),
    closeVoided: () => change({ voided: null }),
  };
}
