import { normalise } from "../text/normalise.ts";
import { departments } from "./divipola-places.ts";
import { departmentAbbreviations, otherNames, shortWords } from "./municipality-names.ts";

interface Municipality {
  /** DIVIPOLA code, five digits. */
  readonly code: string;
  readonly name: string;
  readonly department: string;
}

/** Where the company works: its municipalities are offered first. */
export const homeDepartment = "Sucre";
/** Longer texts name no place. */
const longest = 120;

/** The municipalities of the country by code, those of the company's department first. */
export const municipalities: ReadonlyMap<string, Municipality> = new Map(
  departments
    .toSorted(([, first], [, second]) => Number(first !== homeDepartment) - Number(second !== homeDepartment))
    .flatMap(([department, name, places]) =>
      places.split("|").map((place) => {
        const code = department + place.slice(0, 3);
        return [code, { code, name: place.slice(3), department: name }] as const;
      }),
    ),
);

/** Every name of every municipality, normalised, with the codes that bear it. */
export const municipalityNames: ReadonlyMap<string, readonly string[]> = indexNames();
const departmentNames = indexDepartments();

/**
 * The codes that a text may mean, the company's department first: a code, a name, or a name with its department in any
 * usual order, punctuation and abbreviation. Several where places share the name; none where nothing has it.
 */
export function findMunicipality(text: string): readonly string[] {
  if (text.length > longest) return [];
  const typed = normalise(text);
  if (municipalities.has(typed)) return [typed];
  return byName(typed) ?? byCodeAndName(typed) ?? byName(withoutFrame(typed)) ?? [];
}

/** How a municipality is written in a sheet: its name, with the department where the name alone is not enough. */
export function municipalityLabel(code: string): string {
  const place = municipalities.get(code);
  if (!place) return code;
  const alone = municipalityNames.get(normalise(place.name))?.length === 1;
  return alone ? place.name : `${place.name} (${place.department})`;
}

function byName(typed: string): readonly string[] | undefined {
  const whole = typed
    .split(" ")
    .map((word) => shortWords[word] ?? word)
    .join(" ");
  return municipalityNames.get(whole) ?? withDepartment(whole) ?? withDepartment(typed);
}

/** «Sincelejo Sucre», «Sucre Sincelejo», «Sahagún Cord»: some words are a department, the others a place in it. */
function withDepartment(typed: string): readonly string[] | undefined {
  const words = typed.split(" ");
  for (let cut = 1; cut < words.length; cut += 1) {
    const [first, last] = [words.slice(0, cut).join(" "), words.slice(cut).join(" ")];
    const found = inDepartment(first, last) ?? inDepartment(last, first);
    if (found) return found;
  }
  return undefined;
}

function inDepartment(place: string, department: string): readonly string[] | undefined {
  const within = departmentNames.get(department);
  const found = within && municipalityNames.get(place)?.filter((code) => code.startsWith(within));
  return found && found.length > 0 ? found : undefined;
}

/** «70001 Sincelejo», «Sincelejo 70001»: the code counts where the name agrees. */
function byCodeAndName(typed: string): readonly string[] | undefined {
  const code = /(?:^| )(\d{5})(?:$| )/u.exec(typed)?.[1];
  if (code === undefined || !municipalities.has(code)) return undefined;
  return byName(typed.replace(code, "").trim())?.includes(code) ? [code] : undefined;
}

/** «Municipio de Corozal», «Sincelejo, Sucre, Colombia». */
function withoutFrame(typed: string): string {
  return typed.replace(/^(municipio|mpio|mun|ciudad) (de )?/u, "").replace(/ colombia$/u, "");
}

function indexNames(): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, readonly string[]>();
  const official = [...municipalities.values()].map(({ code, name }) => [code, name] as const);
  for (const [code, name] of [...official, ...otherNames]) {
    const known = index.get(normalise(name)) ?? [];
    if (!known.includes(code)) index.set(normalise(name), [...known, code]);
  }
  return index;
}

function indexDepartments(): ReadonlyMap<string, string> {
  return new Map(
    departments.flatMap(([code, name]) =>
      [name, ...(departmentAbbreviations[code] ?? "").split("|")].map(
        (one) => [normalise(one), code] as const,
      ),
    ),
  );
}
