import type { RowAnswer } from "../../../shared/contract.ts";
import type { KeptRow } from "../../../shared/contract/undo.ts";
import { readableColumns } from "../../../shared/model/access.ts";
import { datedRowLabel } from "../../../shared/model/row-label.ts";
import type { Sheet } from "../../../shared/model/sheet.ts";
import { voidedKey, type StoredRow } from "../stored-row.ts";
import type { RowPlan } from "./plan-undo.ts";
import type { Undoing } from "./undoing.ts";

/** A row that stays, named as far as the person reads it. */
export function keptIn(sheet: Sheet, { judge }: Pick<Undoing, "judge">) {
  const columns = readableColumns(sheet, judge.person.role);
  return ({ id, values }: StoredRow, why: KeptRow["why"], by: string | null): KeptRow => ({
    sheet: sheet.id,
    id,
    label: datedRowLabel(sheet, values, judge.context, columns),
    why,
    by,
  });
}

/** Why a row stays that could not be sent as it was. */
export function whyKept(answer: Exclude<RowAnswer, { result: "saved" }>): [KeptRow["why"], string | null] {
  switch (answer.result) {
    case "locked":
      return ["validated", answer.by];
    case "forbidden":
      return ["forbidden", null];
    case "gone":
      return ["voided", null];
    case "invalid":
    case "conflict":
      return ["not-allowed", null];
  }
}

/** Whoever built on the row, where the person may read one of the columns in which they did. */
export function builderName(
  sheet: Sheet,
  plan: Extract<RowPlan, { kind: "kept" }>,
  { judge }: Undoing,
): string | null {
  const readable = readableColumns(sheet, judge.person.role);
  const isTold = plan.on.some((column) => column === voidedKey || readable.includes(column));
  return isTold ? judge.context.people.nameOf(plan.builder.by) : null;
}
