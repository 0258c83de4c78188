import * as z from "zod";
import { normalise } from "../../text/normalise.ts";
import type { Column, ColumnOptions } from "../column.ts";
import { refused, understood, type Kind } from "../kind.ts";
import { buildColumn } from "./build-column.ts";
import { cellToText } from "./text.ts";

/** An option: its Spanish label, or the label and the other words that mean it. */
type Option = string | { readonly label: string; readonly synonyms: readonly string[] };

interface ChoiceOptions<K extends string> extends ColumnOptions {
  /** Code (stored) to label (shown), in the order offered. */
  readonly options: Readonly<Record<K, Option>>;
}

/**
 * One of a few options. Read by label, synonym, initials with dots (`P.Q.R.`) or an abbreviation that fits one option
 * only (`VINC.`, `No reg`).
 */
export function choice<K extends string>(options: ChoiceOptions<K>): Column<K> {
  return buildColumn(choiceKind(options.options), options);
}

/** Sí or No, stored as `yes` and `no`. */
export function yesNo(options: ColumnOptions): Column<"yes" | "no"> {
  return choice({
    ...options,
    options: { yes: { label: "Sí", synonyms: ["S", "X"] }, no: { label: "No", synonyms: ["N"] } },
  });
}

function choiceKind(options: Readonly<Record<string, Option>>): Kind {
  const labels = new Map(Object.entries(options).map(([code, option]) => [code, labelOf(option)]));
  const codes = wordsToCodes(options, normalise);
  const stems = wordsToCodes(options, genderless);
  const labelFor = (value: string | number) => labels.get(String(value)) ?? String(value);
  return {
    name: "choice",
    layout: {
      numberFormat: "@",
      align: "left",
      width: Math.max(14, ...[...labels.values()].map((label) => label.length + 4)),
    },
    storage: "TEXT",
    schema: z.enum([...labels.keys()]),
    read(cell) {
      const typed = normalise(cellToText(cell));
      const code =
        codes.get(typed) ??
        codes.get(joinInitials(typed)) ??
        stems.get(genderless(typed)) ??
        abbreviated(typed, codes);
      return code === undefined
        ? refused("unknown-choice", { options: [...labels.values()].join(", ") })
        : understood(code);
    },
    write: labelFor,
    display: labelFor,
    options: () => [...labels.values()],
  };
}

const labelOf = (option: Option): string => (typeof option === "string" ? option : option.label);

/** Words without the ending that agrees in gender: «interesada» means the option Interesado. */
const genderless = (text: string): string => normalise(text).replace(/(?<=\p{L}{3})[oa](?= |$)/gu, "");

/** `p q r`, which was «P.Q.R.», is `pqr`. */
const joinInitials = (words: string): string =>
  /^\p{L}(?: \p{L})+$/u.test(words) ? words.replaceAll(" ", "") : words;

function wordsToCodes(
  options: Readonly<Record<string, Option>>,
  form: (text: string) => string,
): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const [code, option] of Object.entries(options)) {
    const synonyms = typeof option === "string" ? [] : option.synonyms;
    for (const word of [labelOf(option), ...synonyms]) codes.set(form(word), code);
  }
  return codes;
}

/** The one option whose words begin with the words typed, of which the first has three letters or the label as many words. */
function abbreviated(typed: string, codes: ReadonlyMap<string, string>): string | undefined {
  const parts = typed.split(" ");
  if ((parts[0]?.length ?? 0) < 3 && parts.length === 1) return undefined;
  const found = new Set<string>();
  for (const [words, code] of codes) if (isAbbreviation(parts, words.split(" "))) found.add(code);
  const [only, ...others] = found;
  return others.length === 0 ? only : undefined;
}

function isAbbreviation(parts: readonly string[], words: readonly string[]): boolean {
  return parts.length === words.length && parts.every((part, place) => words[place]?.startsWith(part));
}
