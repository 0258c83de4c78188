/** Reading bytes of files that may be damaged: beyond the end everything is 0, so that walkers end by their own checks. */
export const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;

/** An unsigned number of two bytes, the most significant first unless told. */
export function u16(bytes: Uint8Array, at: number, little = false): number {
  const [one, other] = [byteAt(bytes, at), byteAt(bytes, at + 1)];
  return little ? one + other * 0x100 : one * 0x100 + other;
}

/** An unsigned number of four bytes. */
export function u32(bytes: Uint8Array, at: number, little = false): number {
  const [one, other] = [u16(bytes, at, little), u16(bytes, at + 2, little)];
  return little ? one + other * 0x1_0000 : one * 0x1_0000 + other;
}

/** An unsigned number of 0 to 8 bytes, the most significant first. */
export function uint(bytes: Uint8Array, at: number, size: number): number {
  return bytes.subarray(at, at + size).reduce((sum, byte) => sum * 0x100 + byte, 0);
}

/** The bytes as characters of Latin-1. */
export function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCodePoint(...bytes.subarray(from, to));
}

export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => (character.codePointAt(0) ?? 0) & 0xff);
}

/** Four bytes of a number, the most significant first unless told. */
export function fourBytes(value: number, little = false): Uint8Array {
  const bytes = [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
  return Uint8Array.from(little ? bytes.toReversed() : bytes);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The first place of a text of Latin-1 at or after another, or -1. */
export function indexOf(bytes: Uint8Array, text: string, from = 0): number {
  const wanted = bytesOf(text);
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}
