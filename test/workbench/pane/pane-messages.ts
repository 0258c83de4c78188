import * as z from "zod";

/** What the pane's frame and the desk around it say to each other with `postMessage`. */
export const fromPane = z.discriminatedUnion("kind", [
  /** A message of Microsoft's library for its host. */
  z.object({ kind: z.literal("to-host"), text: z.string() }),
  /** The library and the stand-in for office.js are there. */
  z.object({ kind: z.literal("office-ready") }),
  /** The add-in shows or hides its pane, which goes on running either way. */
  z.object({ kind: z.literal("visibility"), isShown: z.boolean() }),
]);
export type FromPane = z.infer<typeof fromPane>;

export const toPane = z.discriminatedUnion("kind", [
  /** A message of the host for the library. */
  z.object({ kind: z.literal("from-host"), text: z.string() }),
  /** A command of the ribbon, by its function's name in manifest.xml. */
  z.object({ kind: z.literal("command"), name: z.string() }),
  z.object({ kind: z.literal("appearance"), appearance: z.enum(["light", "dark", "high-contrast"]) }),
  /** Whether the service can be reached. */
  z.object({ kind: z.literal("network"), isOffline: z.boolean() }),
]);
export type ToPane = z.infer<typeof toPane>;
