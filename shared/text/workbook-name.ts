const separator = " · ";
/** Letters that a workbook's name in the history may have. */
const longest = 120;

/** What the history calls a workbook: its file as people know it, and its own id, as copies share the id. */
export function workbookName(file: string, id: string): string {
  return `${file}${separator}${id.slice(0, 12)}`.slice(-longest);
}

/** The file's name in what the history calls a workbook. */
export function fileOfWorkbook(name: string): string {
  const end = name.lastIndexOf(separator);
  return end <= 0 ? name : name.slice(0, end);
}
