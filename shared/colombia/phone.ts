/** A Colombian number of ten digits: mobile `3…`, fixed `60` and the area's digit (Resolución CRC 5826 de 2019). */
export const phonePattern = /^(3\d{9}|60[1245678]\d{7})$/;

export interface PhoneReading {
  readonly phone: string;
  /** What the cell says beside the number. */
  readonly beside?: "second-phone" | "extension";
}

/** Longer texts are no telephone. */
const longest = 80;
const label = /^(?:celular|cel|teléfono|telefono|tel|móvil|movil|fijo|whatsapp|wpp|wsp)\b[.:\s]*/iu;
const extension = /[\s,;(-]*(?:extensión|extension|ext|int)\b[.:\s]*\d{1,6}\)?$/iu;
const separators = /[/;,|&]|\s[-–]\s|\s[yo]\s/u;

/**
 * Reads a telephone number with spaces, dashes, brackets, +57 or a word before it. Of two in a cell the first is taken and
 * an extension left out; both are said. Undefined where there is none: the seven digits of a former fixed line lack their area.
 */
export function readPhone(text: string): PhoneReading | undefined {
  if (text.length > longest) return undefined;
  const bare = text.trim().replace(label, "");
  const whole = readOne(bare);
  if (whole !== undefined) return { phone: whole };
  const extended = readOne(bare.replace(extension, ""));
  if (extended !== undefined) return { phone: extended, beside: "extension" };
  return readFirst(bare);
}

/** The telephone numbers somewhere in a text, for whoever is asked which one it is. */
export function phonesIn(text: string): readonly string[] {
  return text
    .slice(0, longest)
    .split(/[/;,|&\p{L}]/u)
    .flatMap((part) => readOne(part.trim()) ?? []);
}

function readOne(text: string): string | undefined {
  if (/[^\d\s()+.\-–]/u.test(text)) return undefined;
  const digits = text.replace(/[^\d+]/gu, "").replace(/^(\+|00)?57(?=\d{10}$)/u, "");
  return phonePattern.test(digits) ? digits : undefined;
}

function readFirst(text: string): PhoneReading | undefined {
  const parts = text.split(separators).map((part) => part.trim());
  const [first, second, ...others] = parts.length > 1 ? parts : halves(text);
  if (first === undefined || second === undefined || others.length > 1) return undefined;
  const phone = readOne(first);
  return phone !== undefined && /\d{4}/.test(second.replace(/\D/gu, ""))
    ? { phone, beside: "second-phone" }
    : undefined;
}

/** Two numbers that only a space keeps apart, or a line break that became one. */
function halves(text: string): readonly string[] {
  const digits = text.replace(/[^\d]/gu, "");
  const strange = /[^\d\s()+.\-–]/u.test(text);
  return !strange && digits.length === 20 ? [digits.slice(0, 10), digits.slice(10)] : [];
}
