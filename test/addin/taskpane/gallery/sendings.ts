import type { PushSummary, UndoPreview } from "../../../../shared/contract/undo.ts";
import type { CellHistory } from "../../../../addin/sync/history-session.ts";
import type { Sendings, UndoState } from "../../../../addin/sync/undo-session.ts";

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const workbook = "Ventas 2026 – Sincelejo.xlsx · 3f9a1b2c4d5e";
const act = (digit: string) => digit.repeat(32);

const list: readonly PushSummary[] = [
  {
    act: act("1"),
    at: ago(3),
    workbook,
    sheets: [
      { sheet: "visits", rows: 12 },
      { sheet: "customers", rows: 1 },
    ],
    undoes: null,
    undone: false,
  },
  {
    act: act("2"),
    at: ago(90),
    workbook,
    sheets: [{ sheet: "visits", rows: 3 }],
    undoes: act("3"),
    undone: false,
  },
  {
    act: act("3"),
    at: ago(60 * 20),
    workbook: "Copia de seguimiento de visitas.xlsx · 77aa",
    sheets: [{ sheet: "visits", rows: 3 }],
    undoes: null,
    undone: true,
  },
  {
    act: act("4"),
    at: ago(60 * 22),
    workbook,
    sheets: [{ sheet: "visits", rows: 6_200 }],
    undoes: null,
    undone: false,
  },
];

export const sendings: Sendings = { stage: "ready", list };
export const justSent: Pick<UndoState, "lastSending"> = {
  lastSending: { act: act("1"), acts: 1, rows: 13, at: ago(3) },
};

export const justSentMuch: Pick<UndoState, "lastSending"> = {
  lastSending: { act: act("1"), acts: 3, rows: 12_400, at: ago(3) },
};

/** What taking back the newest of them would do. */
export const preview: UndoPreview = {
  act: act("1"),
  at: ago(3),
  workbook,
  sheets: [
    { sheet: "visits", changed: 7, voided: 3, restored: 0 },
    { sheet: "customers", changed: 1, voided: 0, restored: 0 },
  ],
  kept: [
    {
      sheet: "visits",
      id: "a".repeat(32),
      label: "Conjunto Residencial Altos de la Sabana · 10/03/2026",
      why: "changed",
      by: "Carlos Andrés Ruiz",
    },
    {
      sheet: "visits",
      id: "b".repeat(32),
      label: "Supermercado El Porvenir · 11/03/2026",
      why: "validated",
      by: "Paola Andrea Vergara",
    },
  ],
  keptRows: 2,
};

export const cellHistory: CellHistory = {
  link: "l-visits",
  position: 13,
  sheet: "visits",
  rowId: "a".repeat(32),
  column: "outcome",
  stage: "ready",
  versions: [
    {
      version: 4,
      at: ago(42),
      by: "Carlos Andrés Ruiz",
      before: "rescheduled",
      after: "interested",
      file: "Ventas 2026 – Sincelejo.xlsx",
      reason: null,
      typed: null,
    },
    {
      version: 3,
      at: ago(60 * 27),
      by: "María Fernanda Ríos",
      before: "interested",
      after: "rescheduled",
      file: "Seguimiento de dirección.xlsx",
      reason: "Se deshizo el envío del 12/03/2026, 9:40 a. m.",
      typed: null,
    },
    {
      version: 1,
      at: ago(60 * 24 * 9),
      by: "Carlos Andrés Ruiz",
      before: null,
      after: "rescheduled",
      file: "Ventas 2026 – Sincelejo.xlsx",
      reason: null,
      typed: "reprogramada x cliente",
    },
  ],
  more: true,
};
