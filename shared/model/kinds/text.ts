import * as z from "zod";
import { tidy } from "../../text/normalise.ts";
import type { Column, ColumnOptions } from "../column.ts";
import { refused, understood, type Kind } from "../kind.ts";
import type { Cell } from "../value.ts";
import { buildColumn } from "./build-column.ts";

interface TextOptions extends ColumnOptions {
  /** Longest text, in characters; 200 unless said. */
  readonly max?: number;
}

/** Text as typed, ends trimmed and inner white space collapsed. Numbers typed where text belongs keep their digits. */
export function text(options: TextOptions): Column<string> {
  return buildColumn(textKind(options.max ?? 200), options);
}

function textKind(max: number): Kind {
  return {
    name: "text",
    layout: { numberFormat: "@", align: "left", width: max > 200 ? 36 : 22 },
    storage: "TEXT",
    schema: z
      .string()
      .min(1)
      .max(max)
      .refine((value) => value === tidy(value)),
    read(cell) {
      const value = cellToText(cell);
      return value.length > max ? refused("too-long", { max, length: value.length }) : understood(value);
    },
    write: (value) => String(value),
    display: (value) => String(value),
  };
}

/** The text of a cell; whole numbers without exponent, truth values in Spanish. */
export function cellToText(cell: Cell): string {
  if (typeof cell === "number")
    return Number.isInteger(cell) ? BigInt(cell).toString() : String(cell).replace(".", ",");
  if (typeof cell === "boolean") return cell ? "Verdadero" : "Falso";
  return tidy(cell);
}
