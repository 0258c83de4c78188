import * as z from "zod";
import { findMunicipality, municipalityLabel, municipalities } from "../../colombia/divipola.ts";
import type { Column, ColumnOptions } from "../column.ts";
import { refused, understood, type Kind } from "../kind.ts";
import { buildColumn } from "./build-column.ts";
import { cellToText } from "./text.ts";

/** A municipality: stored as its DIVIPOLA code (text of five digits), typed and shown by name. */
export function municipality(options: ColumnOptions): Column<string> {
  return buildColumn(municipalityKind, options);
}

const municipalityKind: Kind = {
  name: "municipality",
  layout: { numberFormat: "@", align: "left", width: 20 },
  storage: "TEXT",
  schema: z.string().refine((code) => municipalities.has(code)),
  read(cell) {
    const typed = typeof cell === "number" ? String(cell).padStart(5, "0") : cellToText(cell);
    const found = findMunicipality(typed);
    if (found.length === 1 && found[0] !== undefined) return understood(found[0]);
    if (found.length === 0) return refused("unknown-municipality");
    return refused("ambiguous-municipality", { options: found.map(municipalityLabel).join(", ") });
  },
  write: (value) => municipalityLabel(String(value)),
  display: (value) => municipalityLabel(String(value)),
  options: () => [...municipalities.keys()].map(municipalityLabel),
};
