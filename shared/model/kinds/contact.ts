import * as z from "zod";
import { phonePattern, readPhone } from "../../colombia/phone.ts";
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
    const value = readPhone(cellToText(cell));
    return value === undefined ? refused("bad-phone") : understood(value);
  },
  write: (value) => String(value),
  display: (value) => String(value),
};

const address = z.email().max(120);

const emailKind: Kind = {
  name: "email",
  layout: { numberFormat: "@", align: "left", width: 28 },
  storage: "TEXT",
  schema: address,
  read(cell) {
    const value = cellToText(cell)
      .replace(/^mailto:/iu, "")
      .toLowerCase();
    return address.safeParse(value).success ? understood(value) : refused("bad-email");
  },
  write: (value) => String(value),
  display: (value) => String(value),
};
