/** One number format (en-US notation) for all the cells: Excel takes a single value where the types want a block. */
export function setNumberFormat(range: Excel.Range, format: string): void {
  Reflect.set(range, "numberFormat", format);
}
