import { randomBytes } from "node:crypto";
import type { Acceptance } from "../../shared/contract/acceptances.ts";
import { isIdentity, personalColumns } from "../../shared/model/personal.ts";
import { columnOf, type Sheet } from "../../shared/model/sheet.ts";
import type { MutableRow, Row, Value } from "../../shared/model/value.ts";
import { comparableText } from "../../shared/peers/peer-questions.ts";

/** What stands where somebody wrote a text about the person. */
export const erasedText = "Anonimizado a solicitud del titular";

/** Gives each text that names the person a pseudonym of its own, the same wherever it stands: so counts stay. */
export type Tokens = (text: string) => string;

export function createTokens(): Tokens {
  const tokens = new Map<string, string>();
  return (text) => {
    const token = tokens.get(text) ?? randomBytes(6).toString("hex").toUpperCase();
    tokens.set(text, token);
    return token;
  };
}

/** What erasing needs to know of a row. */
export interface Erasing {
  readonly sheet: Sheet;
  /** The row as it stands: kinds choose pseudonyms by its other columns. */
  readonly row: Row;
  /** Undefined where the whole row is the person's; else only what names them is erased, these texts. */
  readonly named: ReadonlySet<string> | undefined;
  readonly tokens: Tokens;
}

/** Some values of a row without what is personal in them. */
export function eraseValues(values: Row, erasing: Erasing): Row {
  const erased: MutableRow = { ...values };
  for (const [key, personal] of personalColumns(erasing.sheet)) {
    const value = values[key];
    if (value === undefined || value === null) continue;
    if (isIdentity(personal)) erased[key] = eraseIdentity(key, value, erasing);
    else if (!erasing.named) erased[key] = eraseDetail(key, erasing);
  }
  return erased;
}

/** The texts that were typed, without those of personal columns. */
export function eraseTyped(typed: Readonly<Record<string, string>>, { sheet, named }: Erasing) {
  const personal = new Map(personalColumns(sheet));
  const stays = ([key]: readonly [string, string]) => {
    const says = personal.get(key);
    return says === undefined || (named !== undefined && !isIdentity(says));
  };
  return Object.fromEntries(Object.entries(typed).filter(stays));
}

/** An accepted warning that holds on for the same columns as they say now, without the words of whoever accepted it. */
export function eraseAcceptance(acceptance: Acceptance, erasing: Erasing): Acceptance {
  const { column, value, given } = acceptance;
  return {
    ...acceptance,
    value: eraseValues({ [column]: value }, erasing)[column] ?? null,
    ...(given ? { given: { ...eraseValues(given, erasing) } } : {}),
    reason: erasing.named ? acceptance.reason : erasedText,
  };
}

function eraseIdentity(key: string, value: Value, { sheet, row, named, tokens }: Erasing): Value {
  const text = comparableText(value) ?? "";
  if (named && !named.has(text)) return value;
  return pseudonymOf(sheet, key, tokens(text), row);
}

function eraseDetail(key: string, { sheet, row }: Erasing): Value {
  return columnOf(sheet, key).required ? pseudonymOf(sheet, key, "", row) : null;
}

/** Throws where a kind cannot give one: a test asks every definition. */
function pseudonymOf(sheet: Sheet, key: string, token: string, row: Row): Value {
  const { kind } = columnOf(sheet, key);
  if (!kind.pseudonym) throw new Error(`${sheet.id}.${key} is personal, and ${kind.name} has no pseudonyms`);
  return kind.pseudonym(token, row);
}
