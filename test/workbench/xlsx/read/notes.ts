import { parseBlock } from "../address.ts";
import type { Note } from "../resources.ts";
import type { XmlElement } from "./xml.ts";
import { child, children } from "./xml.ts";

/** The notes of a comments part, by row and column. */
export function readNotes(
  part: XmlElement | undefined,
  sheetId: string,
): Record<string, Record<string, Note>> {
  const notes: Record<string, Record<string, Note>> = {};
  for (const comment of children(child(part, "commentList"), "comment")) {
    const place = parseBlock(comment.attributes["ref"] ?? "");
    if (!place) continue;
    const { startRow: row, startColumn: col } = place;
    const note = texts(child(comment, "text"));
    notes[row] = {
      ...notes[row],
      [col]: { id: `${sheetId}-note-${row}-${col}`, row, col, width: 160, height: 72, note },
    };
  }
  return notes;
}

function texts(element: XmlElement | undefined): string {
  if (!element) return "";
  return element.name === "t" ? element.text : element.children.map(texts).join("");
}
