import type { Condition } from "../../../shared/model/condition.ts";
import type { Context } from "../../../shared/model/kind.ts";
import type { Sheet } from "../../../shared/model/sheet.ts";

/** A condition in words: `«Uso» es «Residencial»`, `«Fecha visita» tiene valor`. */
export function conditionInWords(condition: Condition, sheet: Sheet, context: Context): string {
  const column = sheet.columns[condition.column];
  const label = column?.label ?? condition.column;
  if ("present" in condition) return `«${label}» tiene valor`;
  const options = condition.in.map((value) => `«${column?.kind.display(value, context) ?? value}»`);
  return `«${label}» es ${joinWords(options, "o")}`;
}

/** `a, b o c`; `y` becomes `e` before an i, as in speech. */
export function joinWords(words: readonly string[], conjunction: "y" | "o"): string {
  const last = words.at(-1);
  if (last === undefined || words.length === 1) return last ?? "";
  return `${words.slice(0, -1).join(", ")} ${conjunctionBefore(conjunction, last)} ${last}`;
}

function conjunctionBefore(conjunction: "y" | "o", word: string): string {
  const letter = /\p{L}/u.exec(word.toLowerCase())?.[0] ?? "";
  if (conjunction === "y") return letter === "i" ? "e" : "y";
  return letter === "o" ? "u" : "o";
}
