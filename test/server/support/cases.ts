import { regulatedExecution } from "../../../shared/indicators/regulated-execution.ts";
import { defineIndicator } from "../../../shared/model/indicator.ts";
import { keptByService } from "../../../shared/model/kinds/computed.ts";
import { day } from "../../../shared/model/kinds/day.ts";
import { count, money } from "../../../shared/model/kinds/number.ts";
import { person } from "../../../shared/model/kinds/reference.ts";
import { text } from "../../../shared/model/kinds/text.ts";
import type { Role } from "../../../shared/model/role.ts";
import { defineSheet } from "../../../shared/model/sheet.ts";

const directorOnly: readonly Role[] = ["director"];

/**
 * A record that exists in the tests only: advisors may write every case and see their own alone; only the director sees
 * when a case was closed, what it is worth to the company and why its amount changed.
 */
export const cases = defineSheet({
  id: "cases",
  label: "Reclamos de prueba",
  purpose: "Para probar lo que no todos ven.",
  format: { code: "PR-FO-04", version: 1, date: "2026-11-24" },
  columns: {
    owner: person({ label: "Dueño", roles: ["advisor"] }),
    on: day({ label: "Fecha" }),
    closedOn: day({ label: "Cierre", read: directorOnly }),
    name: text({ label: "Nombre", required: true }),
    nickname: text({ label: "Alias", read: directorOnly }),
    amount: money({ label: "Valor" }),
    fee: money({ label: "Honorario", read: directorOnly }),
    version: keptByService(count({ label: "Versión" })),
    reason: text({ label: "Motivo", read: directorOnly }),
  },
  names: ["name", "nickname"],
  period: ["closedOn"],
  access: {
    read: ["director", "advisor", "quality"],
    write: ["director", "advisor"],
    own: { column: "owner", roles: ["advisor"], limits: ["read"] },
  },
  versioning: { columns: ["amount"], counter: "version", reason: "reason" },
});

/** Everybody here sees the company's figure; advisors read their own rows only, management none. */
export const caseAmounts = defineIndicator({
  ...regulatedExecution,
  id: "case-amounts",
  executed: { from: "cases", aggregate: { sum: "amount" }, by: "on", advisor: "owner" },
  access: { read: ["director", "quality", "management", "advisor"], own: [] },
});

/** A figure made of a column that only the director sees. */
export const caseFees = defineIndicator({
  ...regulatedExecution,
  id: "case-fees",
  executed: { from: "cases", aggregate: { sum: "fee" }, by: "on", advisor: "owner" },
  access: { read: ["director", "quality"], own: ["advisor"] },
});
