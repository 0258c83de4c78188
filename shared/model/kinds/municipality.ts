import * as z from "zod";
import {
  findMunicipality,
  homeDepartment,
  municipalities,
  municipalityLabel,
  municipalityNames,
} from "../../colombia/divipola.ts";
import { closest, knownNames } from "../../text/closeness.ts";
import type { Column, ColumnOptions } from "../column.ts";
import type { Finding } from "../issue.ts";
import { refused, understood, type Kind } from "../kind.ts";
import { buildColumn } from "./build-column.ts";
import { cellToText } from "./text.ts";

/** A municipality: stored as its DIVIPOLA code (text of five digits), typed and shown by name. */
export function municipality(options: ColumnOptions): Column<string> {
  return buildColumn(municipalityKind, options);
}

const byAlphabet = new Intl.Collator("es").compare;

const municipalityKind: Kind = {
  name: "municipality",
  layout: { numberFormat: "@", align: "left", width: 20 },
  storage: "TEXT",
  schema: z.string().refine((code) => municipalities.has(code)),
  read(cell) {
    const typed = cellToText(cell);
    const code = /^\d{4}$/.test(typed) ? `0${typed}` : typed;
    const found = findMunicipality(code);
    if (found.length === 0) return refused("unknown-municipality");
    if (found.length > 1 || found[0] === undefined)
      return refused("ambiguous-municipality", { options: found.map(municipalityLabel).join(", ") });
    return understood(found[0], code === typed ? undefined : lostZero(found[0]));
  },
  write: (value) => municipalityLabel(String(value)),
  display: (value) => municipalityLabel(String(value)),
  options: () => labels,
  suggest(cell) {
    const typed = cellToText(cell);
    const meant = placesLike(typed);
    return meant.length > 0 ? meant : placesLike(typed.split(/[,(/–-]/u)[0] ?? "");
  },
};

/** The company's department first, the others by the alphabet. */
const labels = [...municipalities.values()]
  .map(({ code, department }) => ({
    label: municipalityLabel(code),
    away: department === homeDepartment ? 0 : 1,
  }))
  .toSorted((one, other) => one.away - other.away || byAlphabet(one.label, other.label))
  .map(({ label }) => label);
const names = knownNames(
  [...municipalityNames].flatMap(([name, codes]) =>
    codes.map((code) => [name, municipalityLabel(code)] as const),
  ),
);

/** The places that have the name, or one like it; those of the company's department first. */
function placesLike(text: string): readonly string[] {
  const found = findMunicipality(text).map(municipalityLabel);
  return found.length > 0 ? found.slice(0, 3) : closest(text, names);
}

const lostZero = (code: string): Finding => ({
  code: "lost-leading-zero",
  severity: "warning",
  details: { read: municipalityLabel(code) },
});
