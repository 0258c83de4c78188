/** A Colombian number of ten digits: mobile `3…`, fixed `60` and the area's digit (Resolución CRC 5826 de 2019). */
export const phonePattern = /^(3\d{9}|60[1245678]\d{7})$/;

/** Reads a telephone number with spaces, dashes, brackets or +57; undefined where it is none. */
export function readPhone(text: string): string | undefined {
  const digits = text.replace(/[^\d+]/gu, "").replace(/^(\+|00)?57(?=\d{10}$)/u, "");
  const strange = /[^\d\s()+.\-–]/u.test(text);
  return !strange && phonePattern.test(digits) ? digits : undefined;
}
