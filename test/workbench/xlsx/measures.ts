// Excel measures rows in points and columns in characters of the workbook's font; the screen has pixels.
// 7 pixels a character and 5 of padding are Calibri 11 at 100 %, Excel's default.
const pixelsPerPoint = 96 / 72;
const characterPixels = 7;
const paddingPixels = 5;

/** Pixels of one level of indentation at Excel's usual zoom. */
export const indentPixels = 9;

/** Points of a row's height as pixels. */
export function rowPixels(points: number): number {
  return Math.round(points * pixelsPerPoint);
}

/** Pixels of a row's height as points. */
export function rowPoints(pixels: number): number {
  return Math.round((pixels / pixelsPerPoint) * 100) / 100;
}

/** Characters of a column's width as pixels. */
export function columnPixels(characters: number): number {
  return Math.round(characters * characterPixels + paddingPixels);
}

/** Pixels of a column's width as characters. */
export function columnCharacters(pixels: number): number {
  return Math.round(((pixels - paddingPixels) / characterPixels) * 100) / 100;
}
