import { cellAddress } from "../address.ts";
import type { Note } from "../resources.ts";
import { document, element, mainNamespace, textElement } from "./xml.ts";

/** The comments part of a sheet's notes. */
export function notesPart(notes: Note[]): string {
  const comments = notes.map(({ row, col, note }) =>
    element("comment", { ref: cellAddress(row, col), authorId: 0 }, element("text", {}, textElement(note))),
  );
  const authors = element("authors", {}, element("author", {}));
  return document(
    element("comments", { xmlns: mainNamespace }, authors, element("commentList", {}, ...comments)),
  );
}

/** The boxes of the notes: without this old drawing Excel shows none of them. */
export function notesDrawing(notes: Note[]): string {
  const shapes = notes.map(({ row, col, width, height }, index) =>
    element(
      "v:shape",
      {
        id: `_x0000_s${1025 + index}`,
        type: "#_x0000_t202",
        style: `position:absolute;width:${width}px;height:${height}px;visibility:hidden`,
        fillcolor: "#ffffe1",
        "o:insetmode": "auto",
      },
      element(
        "x:ClientData",
        { ObjectType: "Note" },
        "<x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill>",
        element("x:Row", {}, String(row)),
        element("x:Column", {}, String(col)),
      ),
    ),
  );
  const attributes = {
    "xmlns:v": "urn:schemas-microsoft-com:vml",
    "xmlns:o": "urn:schemas-microsoft-com:office:office",
    "xmlns:x": "urn:schemas-microsoft-com:office:excel",
  };
  const type = element("v:shapetype", {
    id: "_x0000_t202",
    coordsize: "21600,21600",
    "o:spt": 202,
    path: "m,l,21600r21600,l21600,xe",
  });
  return element("xml", attributes, type, ...shapes);
}
