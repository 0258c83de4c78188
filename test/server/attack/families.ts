import { parameters, paths, queries } from "./bad-addresses.ts";
import { bodies, brokenOnes, contentTypes } from "./bad-bodies.ts";
import { headers } from "./bad-headers.ts";
import { tokens } from "./bad-tokens.ts";
import type { Family } from "./family.ts";

/** Every kind of bad input that every endpoint gets. */
export const families: Readonly<Record<string, Family>> = {
  bodies,
  "broken bodies": brokenOnes,
  "content types": contentTypes,
  parameters,
  queries,
  paths,
  headers,
  tokens,
};
