import { groupBy } from "../../shared/group-by.ts";
import { identityColumns } from "../../shared/model/personal.ts";
import type { Value } from "../../shared/model/value.ts";
import { sheets } from "../../shared/sheets/registry.ts";
import type { ErasedLine } from "../db/audit-anonymisations.ts";
import { valuesOfText } from "../db/load-rows.ts";

type Place = readonly [string, string];

/**
 * The first erasure that an anonymisation of the person of some rows would not have made: of no such row, nor of one that
 * once named the person. What the latter said is gone; that a pseudonym stands there since is what is left to see.
 */
export function findStrayErasure(
  named: readonly Place[],
  erased: readonly ErasedLine[],
): ErasedLine | undefined {
  const known = new Set(named.map(keyOf));
  const others = erased.filter(({ sheet, row }) => !known.has(keyOf([sheet ?? "", row ?? ""])));
  const byRow = groupBy(others, ({ sheet, row }) => keyOf([sheet ?? "", row ?? ""]));
  return others.find(({ sheet, row, kind }) => {
    const ofRow = byRow.get(keyOf([sheet ?? "", row ?? ""])) ?? [];
    return kind !== "revision" || !ofRow.some(holdsPseudonym);
  });
}

/** Every row of which an anonymisation erased values, those that its event names first. */
export function rowsOf(named: readonly Place[], erased: readonly ErasedLine[]): readonly Place[] {
  const others = erased.flatMap(({ sheet, row }): Place[] =>
    sheet === null || row === null ? [] : [[sheet, row]],
  );
  return [...new Map([...named, ...others].map((place) => [keyOf(place), place])).values()];
}

/** Whether a value that names a person is one that anonymising puts there, of whatever kind the column is. */
export const isPseudonym = (value: Value | undefined): boolean =>
  typeof value === "string" && /^(Anónimo( |$)|0\d{9}(-\d)?$|X[0-9A-F]{12}$)/.test(value);

function holdsPseudonym({ sheet, before, after }: ErasedLine): boolean {
  const definition = sheets.find(({ id }) => id === sheet);
  if (!definition || before === null || after === null) return false;
  const keys = identityColumns(definition).map(([key]) => key);
  return [before, after].map(valuesOfText).some((values) => keys.some((key) => isPseudonym(values[key])));
}

const keyOf = ([sheet, row]: Place): string => `${sheet} ${row}`;
