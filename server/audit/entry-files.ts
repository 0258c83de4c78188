import ExcelJS from "exceljs";
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { originalCommitment } from "./check-entry.ts";
import type { ExportedEntry } from "./export-audit.ts";
import { toldHead, type ToldEntry } from "./told-entry.ts";

/** A file of entries that is being written, one after the other: an audit may be longer than what fits in memory. */
export interface EntryFile {
  add(entry: ExportedEntry, told: () => ToldEntry): Promise<void>;
  close(): Promise<void>;
  /** Lets go of a file that is not to be finished. */
  abandon(): void;
}

export function openEntryFile(file: string, isForPeople: boolean): EntryFile {
  return isForPeople ? openWorkbook(file) : openLines(file);
}

/** Excel takes 1,048,576 rows in a sheet, and 32,767 characters in a cell. */
const rowsOfSheet = 1_000_000;
const charactersOfCell = 32_000;

/** Whatever people once wrote is text there, never a formula. */
function openWorkbook(file: string): EntryFile {
  const stream = createWriteStream(file);
  const done = finished(stream);
  // The failure is told by whatever waits for it next.
  done.catch(() => undefined);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  let sheet = addSheet(workbook, 1);
  let entries = 0;
  return {
    async add(_entry, told) {
      entries += 1;
      if (entries % rowsOfSheet === 0) {
        sheet.commit();
        sheet = addSheet(workbook, entries / rowsOfSheet + 1);
      }
      sheet.addRow(told().map(cut)).commit();
      if (stream.errored) await done;
    },
    async close() {
      sheet.commit();
      await Promise.race([workbook.commit(), done]);
      await done;
    },
    abandon: () => void stream.destroy(),
  };
}

function addSheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, number: number): ExcelJS.Worksheet {
  const sheet = workbook.addWorksheet(number === 1 ? "Auditoría" : `Auditoría ${number}`, {
    views: [{ state: "frozen", ySplit: 1 }],
  });
  sheet.columns = toldHead.map((name) => ({
    width: widths[name] ?? 20,
    style: { numFmt: "@", alignment: { vertical: "top", wrapText: name === "Detalle" } },
  }));
  const head = sheet.addRow([...toldHead]);
  head.font = { bold: true };
  head.commit();
  return sheet;
}

const widths: Partial<Record<(typeof toldHead)[number], number>> = {
  Entrada: 10,
  Quién: 26,
  Qué: 30,
  Detalle: 60,
  Huella: 68,
};

const cut = (text: string) => (text.length > charactersOfCell ? `${text.slice(0, charactersOfCell)}…` : text);

/** A line of JSON for each entry, with all that its hash follows from. */
function openLines(file: string): EntryFile {
  const stream = createWriteStream(file);
  const done = finished(stream);
  done.catch(() => undefined);
  return {
    async add(entry) {
      if (!stream.write(`${JSON.stringify(lineOf(entry))}\n`))
        await Promise.race([once(stream, "drain"), done]);
    },
    async close() {
      stream.end();
      await done;
    },
    abandon: () => void stream.destroy(),
  };
}

function lineOf(entry: ExportedEntry) {
  const { n, kind, ref, previous, hash, salt, content, erasures } = entry;
  const erased = erasures.map(({ event, was, now }) => ({ event, was, now }));
  return {
    n,
    kind,
    ref,
    previous,
    commitment: originalCommitment(entry),
    hash,
    salt,
    content: content ?? null,
    ...(erased.length > 0 ? { erased } : {}),
  };
}
