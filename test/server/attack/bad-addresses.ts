import { pathOf, type Attempt } from "./attempt.ts";
import type { Family } from "./family.ts";
import { badTexts } from "./poison.ts";

/** Every part of the path. */
export const parameters: Family = (valid) =>
  Object.keys(valid.parameters).flatMap((name) =>
    [
      ...badTexts.map((text) => encodeURIComponent(whole(text))),
      ..."%00 %2e%2e %2e %252e%252e%252f ..%2f..%2f ..%5c %c0%af %ff % %zz %u0000 ;a=b 0 -1 1e9 * x%0d%0aSet-Cookie:a=b".split(
        " ",
      ),
      "a".repeat(20_000),
      encodeURIComponent("=HYPERLINK(1)"),
      encodeURIComponent(JSON.stringify({ $gt: "" })),
      `${encodeURIComponent(valid.parameters[name] ?? "")}%20`,
    ].map((raw) => ({
      what: `:${name} = ${raw.slice(0, 40)}`,
      path: pathOf(valid, { raw: { [name]: raw } }),
      mustFail: true,
    })),
  );

/** Every field of the query: spoilt, missing, repeated, and ones that nobody asked for. */
export const queries: Family = (valid) => {
  const { query } = valid.endpoint;
  const asked = Object.entries(valid.fullQuery);
  const attempt = (what: string, fields: readonly (readonly [string, string])[]): Attempt => ({
    what: `query, ${what}`,
    path: pathOf(valid, {
      search: fields
        .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(whole(value))}`)
        .join("&"),
    }),
    mustFail: query !== undefined && !query.safeParse(firstOf(fields)).success,
  });
  const spoilt = asked.flatMap(([key]) => [
    ...badTexts.map((bad) =>
      attempt(
        `${key} = ${bad.slice(0, 30)}`,
        asked.map(([one, value]) => [one, one === key ? bad : value]),
      ),
    ),
    attempt(
      `without ${key}`,
      asked.filter(([one]) => one !== key),
    ),
    attempt(`${key} twice`, [...asked, [key, "x"]]),
    attempt(
      `${key}[]`,
      asked.map(([one, value]) => [one === key ? `${key}[]` : one, value]),
    ),
    attempt(
      `${key}[a]`,
      asked.map(([one, value]) => [one === key ? `${key}[__proto__]` : one, value]),
    ),
  ]);
  const raw = [
    "%",
    "a=%ff",
    "__proto__=1",
    "constructor[prototype][a]=1",
    "?".repeat(3_000),
    "a=1&".repeat(5_000),
  ];
  return [
    ...spoilt,
    attempt("sobra", [...asked, ["sobra", "1"]]),
    ...raw.map((search) => ({ what: `query ${search.slice(0, 30)}`, path: pathOf(valid, { search }) })),
  ];
};

/** Paths that look like others, and methods that are none of the endpoint's. */
export const paths: Family = (valid) => {
  const path = pathOf(valid);
  const [plain = ""] = path.split("?");
  const bends = [
    `/.${plain}`,
    `/x/..${plain}/../..${plain}`,
    `/${plain}`,
    `${plain}/`,
    `${plain}/%2e%2e/%2e%2e/%2e%2e/etc/passwd`,
    plain.toUpperCase(),
    `${plain}%20`,
    `${plain}%00`,
    `${plain}.json`,
    `${plain};jsessionid=1`,
    `${plain}\\..\\x`,
    plain.replaceAll("/", "%2f"),
    `${plain}/${"a/".repeat(5_000)}`,
  ];
  const methods = ["PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "PROPFIND", "LINK", "get", "X".repeat(200)];
  return [
    ...bends.map((bent) => ({ what: `path ${bent.slice(0, 60)}`, path: bent })),
    ...methods.map((method) => ({
      what: `method ${method.slice(0, 20)}`,
      method,
      mustFail: method !== "OPTIONS" && method !== "HEAD" && method !== "get",
    })),
  ];
};

function firstOf(fields: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.toReversed().map(([key, value]) => [key, whole(value)]));
}

/** As it can travel: halves of characters cannot. */
const whole = (text: string) => Buffer.from(text).toString();
