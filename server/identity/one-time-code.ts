import { createHash, createHmac, randomInt, timingSafeEqual } from "node:crypto";

/** Crockford's letters: none that is read for another, none that makes a word by accident of I, L, O or U. */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const groups = 5;
const groupLength = 4;

/** A code of 100 bits that people read out or copy, such as `7K2M-9QXT-3BHA-D0VN-PE5C`. */
export function inventCode(): string {
  const group = () => Array.from({ length: groupLength }, () => letters[randomInt(letters.length)]).join("");
  return Array.from({ length: groups }, group).join("-");
}

/** How the code is kept: nobody guesses 100 bits, so that a plain hash hides it. Typed marks and case do not matter. */
export function codeHash(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[^\dA-Z]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  return createHash("sha256").update(plain).digest("base64url");
}

/** Six digits to type from an e-mail. */
export function inventDigits(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

/** Six digits are guessed at once by whoever has their plain hash: it takes the secret of the service. */
export function digitsHash(secret: string, challenge: string, digits: string): string {
  return createHmac("sha256", secret).update(`digits ${challenge} ${digits}`).digest("base64url");
}

export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
