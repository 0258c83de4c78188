import { randomBytes } from "node:crypto";
import type { Acceptance } from "../../shared/contract/acceptances.ts";
import { isIdentity, personalColumns } from "../../shared/model/personal.ts";
import { columnOf, type Sheet } from "../../shared/model/sheet.ts";
import type { MutableRow, Row, Value } from "../../shared/model/value.ts";
import { comparableText } from "../../shared/peers/peer-questions.ts";
import { erasedText } from "../db/erased-text.ts";

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

/** What erasing needs to know of a row, or of one version of it. */
export interface Erasing {
  readonly sheet: Sheet;
  /** The row as it stands: kinds choose pseudonyms by its other columns. */
  readonly row: Row;
  readonly tokens: Tokens;
  /** Undefined where the whole row is the person's; else what one version says of them. */
  readonly version: TheirPart | undefined;
}

/** What a version of a row says of the person, where the row is about somebody else today. */
export interface TheirPart {
  /** The columns whose values are theirs. */
  readonly columns: ReadonlySet<string>;
  /** Whether it names them: then what was written beside the values is about them too. */
  readonly isTheirs: boolean;
  /** Everything by which rows name them, as comparable texts. */
  readonly named: ReadonlySet<string>;
}

/** Some values of a row without what is personal in them. */
export function eraseValues(values: Row, erasing: Erasing): Row {
  const { sheet, version } = erasing;
  const erased: MutableRow = { ...values };
  for (const [key, personal] of personalColumns(sheet)) {
    const value = values[key];
    if (value === undefined || value === null || version?.columns.has(key) === false) continue;
    erased[key] = isIdentity(personal) ? eraseIdentity(key, value, erasing) : eraseDetail(key, erasing);
  }
  return erased;
}

/** The texts that were typed, without those of the person. */
export function eraseTyped(typed: Readonly<Record<string, string>>, { sheet, version }: Erasing) {
  const personal = new Set(personalColumns(sheet).map(([key]) => key));
  const isTheirs = (text: string) =>
    version === undefined || version.isTheirs || version.named.has(comparableText(text) ?? "");
  return Object.fromEntries(
    Object.entries(typed).filter(([key, text]) => !personal.has(key) || !isTheirs(text)),
  );
}

/** An accepted warning that holds on for the same columns as they say now, without the words of whoever accepted it. */
export function eraseAcceptance(acceptance: Acceptance, erasing: Erasing): Acceptance {
  const { column, value, given } = acceptance;
  return {
    ...acceptance,
    value: eraseValues({ [column]: value }, erasing)[column] ?? null,
    ...(given ? { given: { ...eraseValues(given, erasing) } } : {}),
    reason: erasing.version?.isTheirs === false ? acceptance.reason : erasedText,
  };
}

function eraseIdentity(key: string, value: Value, { sheet, row, tokens }: Erasing): Value {
  return pseudonymOf(sheet, key, tokens(comparableText(value) ?? ""), row);
}

/** In an old version of a row that goes on, a text: a merge would take an empty cell for one that nobody changed since. */
function eraseDetail(key: string, { sheet, row, version }: Erasing): Value {
  const { required, kind } = columnOf(sheet, key);
  if (required) return pseudonymOf(sheet, key, "", row);
  return version && kind.storage === "TEXT" ? erasedText : null;
}

/** Throws where a kind cannot give one: a test asks every definition. */
function pseudonymOf(sheet: Sheet, key: string, token: string, row: Row): Value {
  const { kind } = columnOf(sheet, key);
  if (!kind.pseudonym) throw new Error(`${sheet.id}.${key} is personal, and ${kind.name} has no pseudonyms`);
  return kind.pseudonym(token, row);
}
