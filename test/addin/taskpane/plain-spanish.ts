/** What no text for people may have: placeholders that nothing filled, exclamations, codes, programmers' jargon. */
const banned: readonly RegExp[] = [
  /undefined|null\b|NaN|\[object/u,
  /\{|\}|\$\{/u,
  /[!¡]/u,
  /\berror(es)?\b/iu,
  /\b(bug|token|API|JSON|HTTP|payload|servidor|usuario inválido)\b/iu,
  /\b[0-9a-f]{32}\b/u,
  // Codes: of Office.js or of a column (GeneralException, visitedOn), and ours (table-missing).
  /\b\p{L}*\p{Ll}\p{Lu}\p{L}*\b/u,
  /\b[a-z]+(-[a-z]+)+\b/u,
  / {2}|\s[.,]|\.\.|«»/u,
  /\b(tú|tu|tus|puedes|debes|quieres)\b/u,
];

/** What of a text is not plain Spanish; empty where all is well. */
export const badParts = (text: string): readonly string[] =>
  banned.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);

/** The same of a sentence, which must also end as one. */
export function badWords(sentence: string): readonly string[] {
  const found = badParts(sentence);
  return /[.?…)]$/u.test(sentence.trim()) ? found : [...found, "no end"];
}
