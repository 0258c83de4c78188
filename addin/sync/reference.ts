/** What the hidden column of a linked table says of a row (design: row reference). */
export interface RowReference {
  /** 128 bits in hexadecimal, made by the client that first sent the row. */
  readonly id: string;
  /** The service's version that the sheet last showed; 0 before the first answer. */
  readonly version: number;
  /**
   * Digest of the row's canonical values at that version. At version 0 it is empty, but for a copy of a row whose version
   * a restored service lost: it says what both showed.
   */
  readonly digest: string;
}

const separator = "·";
const pattern = /^([0-9a-f]{32})·(\d{1,9})·([\w-]{12})?$/u;

export function encodeReference({ id, version, digest }: RowReference): string {
  return [id, version, digest].join(separator);
}

/** The reference in a cell, or undefined where the cell holds none or a damaged one. */
export function decodeReference(text: string): RowReference | undefined {
  const [, id, version, digest = ""] = pattern.exec(text.trim()) ?? [];
  if (id === undefined || version === undefined) return undefined;
  const isWhole = Number(version) === 0 || digest !== "";
  return isWhole ? { id, version: Number(version), digest } : undefined;
}

/** The reference of a row that the service does not know yet. */
export function unsentReference(id: string): RowReference {
  return { id, version: 0, digest: "" };
}

/** A digest that stands for none: a row whose reference has it is to be sent, whatever it says. */
export const differingDigest = "-".repeat(12);

/** Whether a row is to be sent though nobody changed it, as a restored service may have lost what it says. */
export const isReoffered = ({ digest }: RowReference): boolean => digest === differingDigest;

/** A new random id for a row, a push or a workbook: 128 bits in hexadecimal. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
