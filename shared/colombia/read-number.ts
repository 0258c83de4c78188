import type { Cell } from "../model/value.ts";

/** A number as it was typed. */
export interface TypedNumber {
  readonly value: number;
  /** It said that it is a percentage. */
  readonly percent: boolean;
  /** It said what it counts, such as millions; a unit of the whole column is not to be applied again. */
  readonly scaled?: true;
  /** It said that it is not exact. */
  readonly approximate?: true;
  /** One separator before three digits, which may as well separate decimals. */
  readonly ambiguous?: true;
}

/** Longer texts are no number. */
const longest = 60;

const multiples: readonly (readonly [RegExp, number])[] = [
  [/\s*(millones|millon|mill|mm|m)\.?(\s+de(\s+pesos)?)?$/u, 1_000_000],
  [/\s*(miles|mil|k)\.?(\s+de(\s+pesos)?)?$/u, 1_000],
];
const about =
  /^(?:aprox(?:imadamente|imado)?\b\.?|~|±|≈|unos|unas|cerca de|alrededor de)\s*|\s*\(?aprox(?:imadamente|imado)?\b\.?\)?$/u;
const currency = /^(?:cop\b)?\s*\$?\s*|\s*(?:cop|m\/?cte\.?)$/gu;
const counted =
  /\s*(?:pesos|usuarios?|clientes?|visitas?|personas?|asistentes?|unidades|unidad|und|m3|m³|metros cubicos)(?:\s*(?:\/|al|por)\s*mes)?$/u;
/** The apostrophe of `1'234.567`, which stands for a point. */
const millionsMark = /['’´](?=\d{3}(?:\.\d{3})+(?:,|$))/gu;
/** `,oo`, `.-` and `=`, which say that no cents follow. */
const noCents = /[.,](?:oo|-)$|=$/u;

/**
 * Reads a number as people type it in Colombia: `1.234.567,89`, `$ 1.234.567`, `1,234,567.89`, `1'234.567`, `98,5%`, `(500)`,
 * `1,5 millones`, «aprox. 3», «18 usuarios». A separator that stands once before three digits separates thousands.
 * Undefined where it is no number.
 */
export function readNumber(cell: Cell): TypedNumber | undefined {
  if (typeof cell === "number") return Number.isFinite(cell) ? { value: cell, percent: false } : undefined;
  if (typeof cell === "boolean" || cell.length > longest) return undefined;
  return readText(cell);
}

function readText(typed: string): TypedNumber | undefined {
  const plain = typed
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .trim();
  const exact = plain.replace(about, "");
  const bare = exact.replace(currency, "").replace(counted, "").replace(noCents, "").trim();
  const percent = bare.endsWith("%");
  const { digits, multiple } = splitMultiple(percent ? bare.slice(0, -1).trim() : bare);
  const value = readSigned(digits);
  if (value === undefined) return undefined;
  return {
    value: Number((value * multiple).toPrecision(15)),
    percent,
    ...(multiple === 1 ? {} : { scaled: true }),
    ...(exact === plain ? {} : { approximate: true }),
    ...(/^\D*[1-9]\d{0,2}[.,]\d{3}$/u.test(digits) ? { ambiguous: true } : {}),
  };
}

function splitMultiple(text: string): { digits: string; multiple: number } {
  for (const [ending, multiple] of multiples) {
    if (/\d/.test(text) && ending.test(text)) return { digits: text.replace(ending, ""), multiple };
  }
  return { digits: text, multiple: 1 };
}

function readSigned(text: string): number | undefined {
  const compact = text.replace(millionsMark, ".").replace(/[\s\u00a0'’´]/gu, "");
  const bracketed = /^\((.+)\)$/.exec(compact)?.[1];
  const unsigned = bracketed ?? compact.replace(/^[+-]|-$/u, "").replace(/^\$/u, "");
  const negative = bracketed !== undefined || compact.startsWith("-") || compact.endsWith("-");
  const plain = toPlain(unsigned);
  if (plain === undefined) return undefined;
  return negative ? -plain : plain;
}

function toPlain(text: string): number | undefined {
  const decimal = decimalSeparator(text);
  if (decimal === undefined) return undefined;
  const [whole = "", fraction = ""] = decimal === "" ? [text] : text.split(decimal);
  const thousands = decimal === "." ? "," : decimal === "," ? "." : "[.,]";
  if (!new RegExp(`^(\\d+|\\d{1,3}(${thousands === "." ? "\\." : thousands}\\d{3})+)?$`, "u").test(whole))
    return undefined;
  if (!/^\d*$/.test(fraction) || whole + fraction === "") return undefined;
  return Number(`${whole.replace(/[.,]/gu, "") || "0"}.${fraction || "0"}`);
}

/** `.` or `,` where it separates decimals, `""` where there are none, undefined where the text makes no sense. */
function decimalSeparator(text: string): "." | "," | "" | undefined {
  if (!/^[\d.,]+$/.test(text)) return undefined;
  const points = text.split(".").length - 1;
  const commas = text.split(",").length - 1;
  if (points > 0 && commas > 0) return lastOf(text, points, commas);
  const separator = points > 0 ? "." : ",";
  if (points + commas !== 1) return "";
  return /^\d{1,3}[.,]\d{3}$/.test(text) && !text.startsWith("0") ? "" : separator;
}

function lastOf(text: string, points: number, commas: number): "." | "," | undefined {
  const last = text.lastIndexOf(".") > text.lastIndexOf(",") ? "." : ",";
  return (last === "." ? points : commas) === 1 ? last : undefined;
}
