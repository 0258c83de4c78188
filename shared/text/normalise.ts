const marks = /\p{Mn}/gu;
const notWord = /[^\p{L}\p{N}]+/gu;
/** White space, and what no text may hold: control characters, halves of characters (they stop the database's process). */
const spaces = /[\s\u00a0\u200b\ufeff\p{Cc}\p{Cs}]+/gu;

/** Text for comparing: no accents, lower case, one space between words, no punctuation. `ñ` counts as `n`. */
export function normalise(text: string): string {
  return text.normalize("NFD").replace(marks, "").toLowerCase().replace(notWord, " ").trim();
}

/** Text for keeping: ends trimmed, inner white space collapsed (also non-breaking and zero-width), accents composed. */
export function tidy(text: string): string {
  return text.normalize("NFC").replace(spaces, " ").trim();
}
