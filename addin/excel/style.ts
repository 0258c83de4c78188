/** One header colour, hairlines, light marks: the sheet stays the person's. */
export const colors = {
  header: "#E3EFE7",
  headerText: "#1F4D36",
  requiredEdge: "#1F7A4D",
  title: "#1F4D36",
  quietText: "#616161",
  hairline: "#D9D9D9",
  computed: "#F5F5F5",
  wrong: "#FDE2E2",
  conflict: "#FCEBC8",
  wrongText: "#A4262C",
  conflictText: "#8A5A00",
  synchronisedText: "#1F7A4D",
} as const;

/** How Excel calls the alignments of a layout. */
export const alignments = { left: "Left", center: "Center", right: "Right" } as const;

/** Width of one character of the default font, and what a cell adds around its text, in points. */
const pointsPerCharacter = 5.4;
const pointsAround = 8;

/** Column width in points for a width in characters. */
export function widthInPoints(characters: number): number {
  return Math.round(characters * pointsPerCharacter + pointsAround);
}

/** Hairlines between rows and below the last. */
export function drawHairlines(range: Excel.Range): void {
  for (const edge of ["InsideHorizontal", "EdgeBottom"] as const) {
    const border = range.format.borders.getItem(edge);
    border.style = "Continuous";
    border.weight = "Hairline";
    border.color = colors.hairline;
  }
}

/** A quiet header: bold in the company's green on its lightest tint, as high as its longest label needs. */
export function styleHeader(header: Excel.Range, lines: 2 | 3): void {
  header.format.fill.color = colors.header;
  header.format.font.color = colors.headerText;
  header.format.font.bold = true;
  header.format.wrapText = true;
  header.format.verticalAlignment = "Center";
  header.format.rowHeight = 16 * lines;
}

/** Title, and a line or two below it, in the cells above a table. */
export function writeTitle(
  title: Excel.Range,
  text: string,
  lines: readonly { readonly cell: Excel.Range; readonly text: string }[],
): void {
  title.values = [[`'${text}`]];
  title.format.font.size = 14;
  title.format.font.bold = true;
  title.format.font.color = colors.title;
  for (const line of lines) {
    line.cell.values = [[line.text === "" ? "" : `'${line.text}`]];
    line.cell.format.font.color = colors.quietText;
  }
}
