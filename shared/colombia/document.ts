/** Weights of the NIT check digit from right to left (Orden Administrativa 4 de 1989, DIAN). */
const nitWeights = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];

/** The check digit of a NIT given as its digits without it (up to 15). */
export function nitCheckDigit(digits: string): number {
  const sum = [...digits]
    .toReversed()
    .reduce((total, digit, place) => total + Number(digit) * (nitWeights[place] ?? 0), 0);
  const rest = sum % 11;
  return rest < 2 ? rest : 11 - rest;
}

export type DocumentReading =
  | { readonly document: string; readonly added?: true }
  | { readonly wrong: "bad-document" }
  | { readonly wrong: "bad-check-digit"; readonly digits: string; readonly expected: number };

/** Longer texts are no document number. */
const longest = 60;

/**
 * Reads a NIT in any of its spellings (`800.250.984-6`, `800250984-6`, `8002509846`, `800250984 DV 6`, spaces) into
 * `800250984-6`. A missing check digit is added and said (`added`); a wrong one is refused with the right one.
 */
export function readNit(text: string): DocumentReading {
  if (text.length > longest) return { wrong: "bad-document" };
  const compact = compactNumber(text.replace(/^\s*n\.?\s?i\.?\s?t\b[.:]*/iu, ""))
    .replace(/d\.?v\.?:?/iu, "-")
    .replace(/-+/gu, "-");
  const parts = /^(\d{6,10})(?:-(\d)?)?$/.exec(compact);
  if (!parts?.[1]) return { wrong: "bad-document" };
  if (parts[2] !== undefined) return withDigit(parts[1], Number(parts[2]));
  if (parts[1].length === 10) return withDigit(parts[1].slice(0, 9), Number(parts[1].slice(9)));
  return { document: `${parts[1]}-${nitCheckDigit(parts[1])}`, added: true };
}

/** Reads a cédula: 6 to 10 digits, written with points, commas, apostrophes or spaces, or none; where it was issued may follow. */
export function readCedula(text: string): DocumentReading {
  if (text.length > longest) return { wrong: "bad-document" };
  const bare = text
    .replace(/^\s*(?:c\.?\s?c|cédula|cedula)\b[.:]*/iu, "")
    .replace(/\sde\s[\p{L}\s.]+$/iu, "");
  const digits = compactNumber(bare);
  return /^\d{6,10}$/.test(digits) ? { document: digits } : { wrong: "bad-document" };
}

/** Reads a foreigner's document (CE, PPT, passport): 4 to 15 letters and digits, in capitals. */
export function readForeignDocument(text: string): DocumentReading {
  if (text.length > longest) return { wrong: "bad-document" };
  const compact = text.replace(/[\s.-]/gu, "").toUpperCase();
  return /^[A-Z0-9]{4,15}$/.test(compact) ? { document: compact } : { wrong: "bad-document" };
}

function withDigit(digits: string, given: number): DocumentReading {
  const expected = nitCheckDigit(digits);
  return given === expected
    ? { document: `${digits}-${given}` }
    : { wrong: "bad-check-digit", digits, expected };
}

/** Without what people put between thousands, and with one kind of dash. */
function compactNumber(text: string): string {
  return text
    .replace(/(?<=\d{6})[.,]00?$/u, "")
    .replace(/[\s.,'’´]/gu, "")
    .replace(/[\u2010-\u2015\u2212/]/gu, "-");
}
