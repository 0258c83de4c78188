import * as z from "zod";
import { closest } from "../../text/closeness.ts";
import type { Column, ColumnOptions } from "../column.ts";
import { refused, understood, type Kind } from "../kind.ts";
import { buildColumn } from "./build-column.ts";
import { choiceWords, labelOf, type Option, type Options } from "./choice-words.ts";
import { cellToText } from "./text.ts";

interface ChoiceOptions<K extends string> extends ColumnOptions {
  /** Code (stored) to label (shown), in the order offered. */
  readonly options: Readonly<Record<K, Option>>;
}

/**
 * One of a few options. Read by label, synonym, initials with dots (`P.Q.R.`), in any gender and number, or by an
 * abbreviation that fits one option only (`VINC.`, `No reg`). A misspelling is never taken, only suggested.
 */
export function choice<K extends string>(options: ChoiceOptions<K>): Column<K> {
  return buildColumn(choiceKind(options.options), options);
}

/** Sí or No, stored as `yes` and `no`. */
export function yesNo(options: ColumnOptions): Column<"yes" | "no"> {
  return choice({
    ...options,
    options: {
      yes: { label: "Sí", same: ["S", "X", "1", "Verdadero", "True"] },
      no: { label: "No", same: ["N", "0", "Falso", "False"] },
    },
  });
}

function choiceKind(options: Options): Kind {
  const labels = new Map(Object.entries(options).map(([code, option]) => [code, labelOf(option)]));
  const words = choiceWords(options);
  const labelFor = (value: string | number) => labels.get(String(value)) ?? String(value);
  return {
    name: "choice",
    layout: {
      numberFormat: "@",
      align: "left",
      width: Math.max(14, ...[...labels.values()].map((label) => label.length + 4)),
    },
    storage: "TEXT",
    schema: z.enum([...labels.keys()]),
    read(cell) {
      const found = words.find(cellToText(cell));
      if (!found) return refused("unknown-choice", { options: [...labels.values()].join(", ") });
      const { code, loose } = found;
      return understood(
        code,
        loose ? { code: "loose-choice", severity: "warning", details: { read: labelFor(code) } } : undefined,
      );
    },
    write: labelFor,
    display: labelFor,
    options: () => [...labels.values()],
    suggest: (cell) => closest(cellToText(cell), words.names),
  };
}
