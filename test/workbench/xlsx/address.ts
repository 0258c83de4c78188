/** A block of cells, counted from zero, ends included; what Univer calls `IRange`. */
export interface Block {
  startRow: number;
  startColumn: number;
  endRow: number;
  endColumn: number;
}

const lastRow = 1_048_575;
const lastColumn = 16_383;

/** `AB` → 27. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** 27 → `AB`. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest < 0 ? "" : columnLetters(rest)) + String.fromCharCode(65 + (index % 26));
}

/** `B3:D9`, `B3`, `B:D` or `3:9`, dollar signs allowed, as a block; undefined where it is none of them. */
export function parseBlock(address: string): Block | undefined {
  const [from, to = from] = address.replaceAll("$", "").split(":").map(parseCorner);
  if (!from || !to) return undefined;
  return {
    startRow: from.row ?? 0,
    startColumn: from.column ?? 0,
    endRow: to.row ?? lastRow,
    endColumn: to.column ?? lastColumn,
  };
}

/** The blocks of a `sqref`: addresses with spaces between. */
export function parseBlocks(addresses: string): Block[] {
  return addresses
    .trim()
    .split(/\s+/)
    .flatMap((address) => parseBlock(address) ?? []);
}

/** A block as `B3:D9`, or `B3` where it is one cell. */
export function formatBlock(block: Block): string {
  const from = cellAddress(block.startRow, block.startColumn);
  const to = cellAddress(block.endRow, block.endColumn);
  return from === to ? from : `${from}:${to}`;
}

/** Row 2, column 1 → `B3`. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

function parseCorner(corner: string): { row?: number; column?: number } | undefined {
  const match = /^([A-Za-z]{0,3})(\d{0,7})$/.exec(corner);
  if (!match || corner === "") return undefined;
  const [, letters, digits] = match;
  return {
    ...(digits ? { row: Number(digits) - 1 } : {}),
    ...(letters ? { column: columnIndex(letters) } : {}),
  };
}
