import * as z from "zod";
import {
  nitCheckDigit,
  readCedula,
  readForeignDocument,
  readNit,
  type DocumentReading,
} from "../../colombia/document.ts";
import type { Check, Column, ColumnOptions } from "../column.ts";
import { refused, understood, type Kind, type Reading } from "../kind.ts";
import { buildColumn } from "./build-column.ts";
import { cellToText } from "./text.ts";

interface DocumentOptions extends ColumnOptions {
  /** The column that says which type of document it is (`CC`, `NIT`, `CE`, `PPT`, `passport`); it stands before. */
  readonly type: string;
}

const readers: Readonly<Record<string, (text: string) => DocumentReading>> = {
  NIT: readNit,
  CC: readCedula,
};

/** The number of an identity document, as text: `905123456-7` for a NIT, digits for a cédula. */
export function documentNumber(options: DocumentOptions): Column<string> {
  return buildColumn(documentKind(options.type), options, [isOfType(options.type)]);
}

function documentKind(type: string): Kind {
  return {
    name: "document",
    layout: { numberFormat: "@", align: "left", width: 17 },
    storage: "TEXT",
    schema: z.string().regex(/^([A-Z0-9]{4,15}|\d{6,10}-\d)$/),
    read: (cell, _context, row) => toReading(readerFor(row[type])(cellToText(cell))),
    write: (value) => String(value),
    display: (value) => String(value),
    readsWith: [type],
    pseudonym: (token, row) => nobodysDocument(row[type], token),
    suggest: (cell) => nitsMeant(cellToText(cell)),
  };
}

/** A number of its type that begins with a zero, as none that is issued does; letters and digits for foreigners. */
function nobodysDocument(type: unknown, token: string): string {
  if (type !== "CC" && type !== "NIT") return `X${token}`.slice(0, 15).padEnd(4, "0");
  const digits = `0${(parseInt(token, 36) % 1_000_000_000).toString().padStart(9, "0")}`;
  return type === "CC" ? digits : `${digits}-${nitCheckDigit(digits)}`;
}

const readerFor = (type: unknown) => readers[String(type)] ?? readForeignDocument;

function toReading(reading: DocumentReading): Reading {
  if ("document" in reading) {
    if (!reading.added) return understood(reading.document);
    return understood(reading.document, {
      code: "missing-check-digit",
      severity: "warning",
      details: { read: reading.document },
    });
  }
  if (reading.wrong === "bad-document") return refused("bad-document");
  return refused("bad-check-digit", { digits: reading.digits, expected: reading.expected });
}

/** The NITs with a right check digit that a text with a wrong one may mean. */
function nitsMeant(text: string): readonly string[] {
  const reading = readNit(text);
  return "expected" in reading ? [`${reading.digits}-${reading.expected}`] : [];
}

/** The stored text is what the reader of its type makes of it, so a forged or retyped one is caught in the service. */
function isOfType(type: string): Check {
  return (value, row) => {
    if (row[type] === null || row[type] === undefined) return undefined;
    const reading = readerFor(row[type])(String(value));
    if ("document" in reading) return reading.document === value ? undefined : { code: "bad-document" };
    const { wrong, ...details } = reading;
    return { code: wrong, details };
  };
}
