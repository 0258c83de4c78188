import * as z from "zod";
import { closest, knownNames } from "../../text/closeness.ts";
import type { Column, ColumnOptions } from "../column.ts";
import type { Check } from "../column.ts";
import { refused, understood, type Kind } from "../kind.ts";
import type { Role } from "../role.ts";
import { buildColumn } from "./build-column.ts";
import { cellToText } from "./text.ts";

interface PersonOptions extends ColumnOptions {
  /** The roles whose people are offered. */
  readonly roles: readonly Role[];
}

/** A person of the company: stored by id, typed and shown by name. */
export function person(options: PersonOptions): Column<string> {
  return buildColumn(personKind(options.roles), options, [isKnown]);
}

function personKind(offered: readonly Role[]): Kind {
  const nameOf: Kind["display"] = (value, context) => context.people.nameOf(String(value));
  return {
    name: "person",
    layout: { numberFormat: "@", align: "left", width: 24 },
    storage: "TEXT",
    schema: z.string().min(1).max(64),
    read(cell, context) {
      const typed = cellToText(cell);
      const found = context.people.byName(typed) ?? context.people.byId(typed);
      if (found) return understood(found.id);
      const suggestion = context.people.suggest(typed);
      return refused("unknown-person", suggestion ? { suggestion: suggestion.name } : undefined);
    },
    write: nameOf,
    display: nameOf,
    suggest: (cell, { people }) =>
      closest(cellToText(cell), knownNames(people.people.map(({ name }) => [name, name]))),
    options: (context) =>
      context.people.people.filter(({ role }) => offered.includes(role)).map(({ name }) => name),
  };
}

const isKnown: Check = (value, _row, context) =>
  context.people.byId(String(value)) ? undefined : { code: "unknown-person" };
