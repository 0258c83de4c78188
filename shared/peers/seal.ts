import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

/** 64 bits tell apart what some ten thousand rows say. */
const markBytes = 8;

/** What stands for a text in an index: whoever does not know the text learns nothing from it. */
export function markOf(text: string): string {
  return toBase64(sha256(utf8ToBytes(`mark\n${text}`)).subarray(0, markBytes));
}

/** Hides a content under a text; `edition` must be another whenever the content may be. */
export function seal(content: string, text: string, edition: string): string {
  return toBase64(mix(utf8ToBytes(content), text, edition));
}

/** The content that was sealed under this text and edition. With another text what comes out has no meaning. */
export function unseal(sealed: string, text: string, edition: string): string {
  return new TextDecoder().decode(mix(fromBase64(sealed), text, edition));
}

/** Adds a stream that follows from the text: SHA-256 in counter mode. Doing it twice gives the bytes back. */
function mix(bytes: Uint8Array, text: string, edition: string): Uint8Array {
  const mixed = new Uint8Array(bytes.length);
  let stream = new Uint8Array();
  for (const [at, byte] of bytes.entries()) {
    if (at % 32 === 0) stream = sha256(utf8ToBytes(`seal\n${edition}\n${at / 32}\n${text}`));
    mixed[at] = byte ^ (stream[at % 32] ?? 0);
  }
  return mixed;
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
