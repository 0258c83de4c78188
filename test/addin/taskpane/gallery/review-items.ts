import type { CellConflict, CellIssue, Place, VanishedRow } from "../../../../addin/sync/session.ts";
import type { Issue } from "../../../../shared/model/issue.ts";

export const placeAt = (worksheet: string, address: string): Place => ({
  worksheetId: `{${worksheet}}`,
  worksheet,
  address,
});

function issueAt(link: string, sheet: string, row: number, issue: Issue, typed: string): CellIssue {
  const place = placeAt(worksheets[link] ?? link, `F${row}`);
  return { link, sheet, rowId: `${link}-${row}`, row, place, issue, typed };
}

const worksheets: Readonly<Record<string, string>> = {
  "l-visits": "Control visitas",
  "l-customers": "Usuarios",
  "l-budget": "Presupuesto",
};

const mistake = (column: string, code: Issue["code"], details?: Issue["details"]): Issue => ({
  column,
  code,
  severity: "error",
  ...(details ? { details } : {}),
});

/** Seven cells to mend, wrong in seven ways, in two sheets, and one remark. */
export const sevenMistakes: readonly CellIssue[] = [
  issueAt("l-visits", "visits", 18, mistake("visitedOn", "invalid-date"), "31/02/2026"),
  issueAt(
    "l-visits",
    "visits",
    23,
    mistake("advisor", "unknown-person", { suggestion: "Carlos Andrés Ruiz" }),
    "Carlos Ruis",
  ),
  issueAt("l-visits", "visits", 31, mistake("contract", "required"), ""),
  issueAt(
    "l-visits",
    "visits",
    40,
    mistake("outcome", "unknown-choice", {
      options: "Vinculado, Interesado, No interesado, Reprogramada, Ausente",
    }),
    "Firmó ya",
  ),
  issueAt("l-visits", "visits", 52, mistake("visitedOn", "ambiguous-date"), "03/25/2026"),
  issueAt(
    "l-customers",
    "customers",
    9,
    mistake("documentNumber", "bad-check-digit", { digits: "800250984", expected: 6 }),
    "800250984-4",
  ),
  issueAt(
    "l-customers",
    "customers",
    77,
    mistake("account", "duplicate", { typed: "1002-77", row: 40 }),
    "1002-77",
  ),
  issueAt(
    "l-customers",
    "customers",
    80,
    {
      column: "documentNumber",
      code: "missing-check-digit",
      severity: "warning",
      details: { read: "901456789-4" },
    },
    "901456789",
  ),
];

/** A changed target that asks for its reason, in three rows. */
export const reasonsMissing: readonly CellIssue[] = [4, 5, 6].map((row) =>
  issueAt("l-budget", "budget", row, mistake("reason", "reason-required", { version: 2 }), ""),
);

/** Thousands of wrong rows, as after pasting a whole history into the wrong column. */
export const manyMistakes = (count: number): readonly CellIssue[] =>
  Array.from({ length: count }, (_, place) =>
    issueAt(
      "l-visits",
      "visits",
      place + 2,
      mistake("visitedOn", "not-a-date"),
      `semana ${(place % 52) + 1}`,
    ),
  );

export const twoConflicts = (now: number): readonly CellConflict[] => [
  {
    link: "l-visits",
    sheet: "visits",
    rowId: "a".repeat(32),
    row: 18,
    column: "outcome",
    place: placeAt("Control visitas", "H18"),
    base: "rescheduled",
    mine: "linked",
    theirs: "interested",
    by: "Carlos Andrés Ruiz",
    at: new Date(now - 42 * 60_000).toISOString(),
  },
  {
    link: "l-visits",
    sheet: "visits",
    rowId: "b".repeat(32),
    row: 27,
    column: "notes",
    place: placeAt("Control visitas", "Q27"),
    base: null,
    mine: "El administrador del conjunto pide la propuesta por escrito antes del comité del jueves.",
    theirs: "Pidió propuesta; enviar con copia al contador.",
    by: "Diana Marcela Ospina",
    at: new Date(now - 26 * 3_600_000).toISOString(),
  },
];

export const threeVanished: readonly VanishedRow[] = [
  "Conjunto Residencial Altos de la Sabana",
  "Supermercado El Porvenir",
  "Clínica Santa Teresa del Mar de Sincelejo S.A.S. en reorganización",
].map((label, place) => ({
  link: "l-visits",
  sheet: "visits",
  rowId: String(place).repeat(32),
  label,
}));
