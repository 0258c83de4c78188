import * as z from "zod";
import { likelierEmail, repairedEmail } from "../../colombia/email.ts";
import { phonePattern, phonesIn, readPhone } from "../../colombia/phone.ts";
import type { Column, ColumnOptions } from "../column.ts";
import { refused, understood, type Kind } from "../kind.ts";
import { buildColumn } from "./build-column.ts";
import { cellToText } from "./text.ts";

/** A Colombian telephone number of ten digits, as text. */
export function phone(options: ColumnOptions): Column<string> {
  return buildColumn(phoneKind, options);
}

/** An e-mail address in lower case. */
export function email(options: ColumnOptions): Column<string> {
  return buildColumn(emailKind, options);
}

const phoneKind: Kind = {
  name: "phone",
  layout: { numberFormat: "@", align: "left", width: 14 },
  storage: "TEXT",
  schema: z.string().regex(phonePattern),
  read(cell) {
    const reading = readPhone(cellToText(cell));
    if (!reading) return refused("bad-phone");
    const { phone: read, beside } = reading;
    return understood(read, beside && { code: beside, severity: "warning", details: { read } });
  },
  write: (value) => String(value),
  display: (value) => String(value),
  suggest: (cell) => [...new Set(phonesIn(cellToText(cell)))].slice(0, 3),
};

const longestAddress = 120;
const address = z.email().max(longestAddress);

const emailKind: Kind = {
  name: "email",
  layout: { numberFormat: "@", align: "left", width: 28 },
  storage: "TEXT",
  schema: address,
  read(cell) {
    const value = cellToText(cell)
      .replace(/^mailto:/iu, "")
      .toLowerCase();
    if (value.length > longestAddress || !address.safeParse(value).success) return refused("bad-email");
    const suggestion = likelierEmail(value);
    return understood(
      value,
      suggestion === undefined
        ? undefined
        : { code: "doubtful-email", severity: "warning", details: { suggestion } },
    );
  },
  write: (value) => String(value),
  display: (value) => String(value),
  suggest(cell) {
    const typed = cellToText(cell).toLowerCase();
    const meant = likelierEmail(typed) ?? repairedEmail(typed);
    return meant === undefined || meant === typed ? [] : [meant];
  },
};
