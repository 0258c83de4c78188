import { normalise } from "../text/normalise.ts";

/** A word of a header or of a column's name, and how much it says. */
export interface Word {
  readonly text: string;
  /** Without the endings of plural and gender. */
  readonly stem: string;
  readonly weight: number;
  /** It was written with a point, so that it may be the beginning of a longer one. */
  readonly short: boolean;
}

const silent = new Set("de del la el los las y e o u en por para a al con su sus cual que se".split(" "));
/** Words that half of all columns have: they say what a value is, not of what. */
const common = new Set("fecha numero tipo nombre valor dia codigo".split(" "));
const units = new Set("cop pesos m3 mes dd mm aaaa ddmmaaaa s n si no".split(" "));

const abbreviations: Readonly<Record<string, string>> = {
  f: "fecha",
  fec: "fecha",
  fch: "fecha",
  fcha: "fecha",
  no: "numero",
  nro: "numero",
  num: "numero",
  n: "numero",
  nº: "numero",
  vr: "valor",
  vlr: "valor",
  val: "valor",
  t: "tipo",
  clase: "tipo",
  tel: "telefono",
  cel: "celular",
  mov: "movil",
  cta: "cuenta",
  cto: "contrato",
  ctto: "contrato",
  mdo: "mercado",
  mcdo: "mercado",
  mpio: "municipio",
  mun: "municipio",
  rta: "respuesta",
  rpta: "respuesta",
  doc: "documento",
  obs: "observaciones",
  dir: "direccion",
  resp: "responsable",
  rad: "radicado",
  prox: "proxima",
  desc: "descripcion",
  prob: "probabilidad",
  aprob: "aprobacion",
  m: "mes",
};

/** The words of a text, most abbreviations spelt out, what stands in brackets left out unless nothing else is there. */
export function toWords(text: string): readonly Word[] {
  const outside = text.replace(/\([^)]*\)|\[[^\]]*\]/gu, " ");
  const words = split(outside).filter(({ text: word }) => !silent.has(word));
  const telling = words.filter(({ text: word }) => !units.has(word));
  if (telling.length > 0) return telling;
  return words.length > 0 ? words : split(text);
}

function split(text: string): readonly Word[] {
  const parts = text.replace(/[º°ª]/gu, " ").replace(/%/gu, " porcentaje ").replace(/³/gu, "3");
  const words: Word[] = [];
  for (const [, part = "", point] of parts.matchAll(/([\p{L}\p{M}\p{N}]+)(\.?)/gu)) {
    const word = normalise(part);
    const whole = abbreviations[word] ?? word;
    words.push({
      text: whole,
      stem: stem(whole),
      weight: common.has(whole) ? 0.35 : 1,
      short: point === ".",
    });
  }
  return joinInitials(words);
}

/** `N.I.T.` is one word. */
function joinInitials(words: readonly Word[]): readonly Word[] {
  const single = words.length > 1 && words.every(({ text }) => text.length === 1);
  if (!single) return words;
  const text = words.map((word) => word.text).join("");
  return [{ text, stem: text, weight: 1, short: false }];
}

/** How well a word of a header stands for a word of a name, from 0 to 1. */
export function wordLikeness(typed: Word, name: Word): number {
  const [a, b] = [typed.text, name.text];
  if (a === b) return 1;
  if (typed.stem === name.stem) return 0.97;
  if (a[0] !== b[0]) return 0;
  if (a.length >= 3 && b.startsWith(a)) return typed.short || a.length >= 4 ? 0.93 : 0.85;
  if (typed.short && b.startsWith(a)) return 0.7;
  return Math.max(misspelling(a, b), sharedBeginning(a, b), skeleton(a, b));
}

const stem = (word: string): string =>
  word.length < 4 ? word : word.replace(/(?:es|s)$/u, "").replace(/(?<=\p{L}{3})[oae]$/u, "");

/** Two slips in long words, one in shorter ones. */
function misspelling(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  const allowed = longer >= 9 ? 2 : longer >= 5 ? 1 : 0;
  if (allowed === 0 || Math.abs(a.length - b.length) > allowed || a[0] !== b[0]) return 0;
  const slips = editDistance(a, b);
  return slips > allowed ? 0 : 0.95 - 0.04 * slips;
}

function sharedBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length >= Math.max(4, 0.65 * Math.min(a.length, b.length)) ? 0.75 : 0;
}

/** `mpio` for municipio: its letters in order, the first one the same. */
function skeleton(a: string, b: string): number {
  if (a.length < 3 || a.length > 5 || b.length < a.length + 2 || a[0] !== b[0]) return 0;
  let place = 0;
  for (const letter of b) if (letter === a[place]) place += 1;
  return place === a.length && !/[aeiou]{2}/u.test(a) && /[^aeiou]{2}/u.test(a) ? 0.7 : 0;
}

/** Letters left out, put in, changed, or changed places with a neighbour. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      next.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (next[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (before[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    before = last;
    last = next;
  }
  return last[b.length] ?? 0;
}
