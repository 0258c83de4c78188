import type { PasswordWeakness } from "../../shared/contract/sign-in.ts";

export const passwordLengths = { least: 10, most: 128 } as const;

/**
 * What is wrong with a new password: its length, or that it is soon guessed. Guessed is what is left of it once digits
 * and signs around it, letters written as digits, repetitions and the person's own words are taken away, where that is
 * nothing, a run of the keyboard, or one of the 49,000 passwords that leaked most often. No rule asks for signs or digits
 * (NIST SP 800-63B, 3.1.1.2).
 */
export async function weaknessOf(
  password: string,
  ownWords: readonly string[],
): Promise<PasswordWeakness | undefined> {
  const { length } = password.normalize("NFKC");
  if (length < passwordLengths.least) return "short";
  if (length > passwordLengths.most) return "long";
  const common = await commonPasswords();
  const plain = plainly(password);
  const forms = [plain, withoutDisguise(plain)].flatMap((form) => {
    const left = withoutOwnWords(form, ownWords);
    return [form, left, onlyLetters(left)].map(onceOnly);
  });
  return forms.some((form) => form === "" || isRun(form) || common.has(form)) ? "guessable" : undefined;
}

/** What people here put before a year: days, months, cities, and what the password opens. */
const nearby =
  `lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto
  septiembre octubre noviembre diciembre bogota medellin cali barranquilla cartagena sincelejo monteria bucaramanga pereira
  clave contrasena usuario acceso ventas excel aseo empresa bienvenido bienvenida`.split(/\s+/);

let common: Promise<ReadonlySet<string>> | undefined;

/** Loaded when somebody first sets a password. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  common ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) => new Set([...dictionary["passwords-common"].map(plainly), ...nearby]),
  );
  return common;
}

/** As people who guess would write it: small letters, no accents. */
function plainly(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

const disguises: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** Between letters only: digits at the ends are years and numbers. */
function withoutDisguise(plain: string): string {
  const trimmed = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  return trimmed.replaceAll(/[013457@$!]/g, (sign) => disguises[sign] ?? sign);
}

/** What no word of the person's own covers; words overlap, as a name and an address made of it. */
function withoutOwnWords(plain: string, ownWords: readonly string[]): string {
  const words = ownWords.flatMap((word) => plainly(word).split(/[^\p{L}\p{N}]+/u));
  const covered = new Set<number>();
  for (const word of words.filter(({ length }) => length >= 3))
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1))
      for (let place = at; place < at + word.length; place += 1) covered.add(place);
  return [...plain].filter((_, place) => !covered.has(place)).join("");
}

const onlyLetters = (text: string): string => text.replaceAll(/[^\p{L}]/gu, "");

/** `abcabcabc` is no more than `abc`. */
const onceOnly = (text: string): string => /^(.+?)\1+$/u.exec(text)?.[1] ?? text;

const runs = ["abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "01234567890"].flatMap((run) => [
  run,
  [...run].toReversed().join(""),
]);

/** Keys or letters in their order; a single letter too. */
const isRun = (text: string): boolean => runs.some((run) => run.includes(text));
