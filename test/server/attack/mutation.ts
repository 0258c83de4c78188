import type { Json } from "./example.ts";
import { badJson, badKeys, heavyJson } from "./poison.ts";

type Path = readonly (string | number)[];

/** A body in which one place is spoilt, and what was done to it. */
export interface Mutation {
  readonly what: string;
  readonly text: string;
}

/** Every place of a body with every bad value in it, without it, twice, and with what does not belong there. */
export function mutationsOf(body: Json): readonly Mutation[] {
  const places = placesOf(body);
  return [
    ...places.flatMap((place, index) => spoilt(body, place, index)),
    ...heavyJson.map((text, at) => ({
      what: `heavy ${at}`,
      text: written(body, { at: deepest(places), as: text }),
    })),
  ];
}

/** How deep a place may be to get all that is bad; deeper ones share it out among them. */
const shallow = 2;

function spoilt(body: Json, at: Path, index: number): readonly Mutation[] {
  const name = at.join(".") || "the body";
  const found = valueAt(body, at);
  const isObject = typeof found === "object" && found !== null && !Array.isArray(found);
  const bad = at.length <= shallow ? badJson : badJson.filter((_one, which) => which % 3 === index % 3);
  const replaced = bad.map((text) => ({
    what: `${name} = ${text.slice(0, 40)}`,
    text: written(body, { at, as: text }),
  }));
  const added = badKeys.map((key) => ({
    what: `${name} with ${key.slice(0, 20)}`,
    text: written(body, {
      at,
      as: `{${[JSON.stringify(key), ":", "1", isEmpty(found) ? "" : ","].join("")}${inside(found)}}`,
    }),
  }));
  return [
    ...(at.length === 0 ? [] : [{ what: `without ${name}`, text: written(body, { at, as: undefined }) }]),
    ...(at.length === 0 ? [] : twice(body, at)),
    ...replaced,
    ...(isObject ? added : []),
    ...(Array.isArray(found) ? many(body, at, found) : []),
  ];
}

/** The key twice: JSON says nothing of which counts. */
function twice(body: Json, at: Path): readonly Mutation[] {
  const key = at.at(-1);
  if (typeof key !== "string") return [];
  const parent = at.slice(0, -1);
  const own = JSON.stringify(valueAt(body, at));
  return [`"x",${JSON.stringify(key)}:${own}`, `${own},${JSON.stringify(key)}:[1]`].map((as) => ({
    what: `${[...parent, key].join(".")} twice`,
    text: written(body, { at, as }),
  }));
}

function many(body: Json, at: Path, items: readonly Json[]): readonly Mutation[] {
  const one = JSON.stringify(items[0] ?? null);
  return [2, 1_001].map((count) => ({
    what: `${at.join(".")} × ${count}`,
    text: written(body, { at, as: `[${Array.from({ length: count }, () => one).join(",")}]` }),
  }));
}

/** The paths to every object, array and value within, the whole first. */
function placesOf(value: Json, at: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, one]) => placesOf(one, [...at, key]))];
}

const deepest = (places: readonly Path[]): Path =>
  places.reduce((one, other) => (other.length > one.length ? other : one), []);

function valueAt(value: Json, at: Path): Json {
  const [key, ...rest] = at;
  if (key === undefined) return value;
  if (typeof value !== "object" || value === null) return null;
  const found = new Map<string, Json>(Object.entries(value)).get(String(key));
  return valueAt(found ?? null, rest);
}

/** A value as JSON, with the text `as` in one place, or that place left out. */
function written(value: Json, change: { readonly at: Path; readonly as: string | undefined }): string {
  const [key, ...rest] = change.at;
  if (key === undefined) return change.as ?? "";
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).flatMap(([one, inner]) => {
    const isMeant = one === String(key);
    if (isMeant && rest.length === 0 && change.as === undefined) return [];
    const text = isMeant ? written(inner, { at: rest, as: change.as }) : JSON.stringify(inner);
    return [Array.isArray(value) ? text : `${JSON.stringify(one)}:${text}`];
  });
  return Array.isArray(value) ? `[${parts.join(",")}]` : `{${parts.join(",")}}`;
}

const isEmpty = (value: Json) =>
  typeof value === "object" && value !== null && Object.keys(value).length === 0;
const inside = (value: Json) => JSON.stringify(value).slice(1, -1);
