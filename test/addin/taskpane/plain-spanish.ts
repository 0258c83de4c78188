/** What no sentence for people may have: placeholders that nothing filled, exclamations, the jargon of programmers. */
const banned: readonly RegExp[] = [
  /undefined|null\b|NaN|\[object/u,
  /\{|\}|\$\{/u,
  /[!¡]/u,
  /\berror(es)?\b/iu,
  /\b(bug|token|API|JSON|HTTP|payload|servidor|usuario inválido)\b/iu,
  /\b[0-9a-f]{32}\b/u,
  / {2}|\s[.,]|\.\.|«»/u,
  /\b(tú|tu|tus|puedes|debes|quieres)\b/u,
];

/** What of a sentence is not plain Spanish; empty where all is well. It must also end as a sentence does. */
export function badWords(sentence: string): readonly string[] {
  const found = banned.flatMap((pattern) => pattern.exec(sentence)?.[0] ?? []);
  return /[.?…)]$/u.test(sentence.trim()) ? found : [...found, "no end"];
}
