import type { FUniver } from "@univerjs/presets";
import type { Person } from "../../excel-host/user/person.ts";

/**
 * Pastes what comes from other programs as the person at the host would: texts read as Spanish, tables growing, the
 * events of one act. What was copied in this same sheet stays Univer's business, which moves formulas and formats too.
 */
export function pasteAsPerson(api: FUniver, person: Pick<Person, "paste">): void {
  let copiedHere: string | undefined;
  api.addEvent(api.Event.ClipboardChanged, ({ text }) => {
    copiedHere = text;
  });
  api.addEvent(api.Event.BeforeClipboardPaste, (event) => {
    const { text } = event;
    const cell = api.getActiveWorkbook()?.getActiveSheet().getActiveRange()?.getA1Notation();
    if (!text || !cell || text === copiedHere) return;
    event.cancel = true;
    person.paste(cell.split(":")[0] ?? cell, clipboardRows(text));
  });
}

/** The cells of a text from a spreadsheet: tabs between, lines below; quotes around what holds either. */
export function clipboardRows(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/y;
  const body = text.replace(/\r?\n$/, "");
  for (let at = 0; at <= body.length; at += 1) {
    cells.lastIndex = at;
    const [whole = "", quoted, plain = ""] = cells.exec(body) ?? [];
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (body[at] === "\r") at += 1;
    if (body[at] === "\n") rows.push([]);
  }
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => "")]);
}
