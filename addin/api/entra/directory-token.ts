import * as z from "zod";
import type { ApiResult } from "../failure.ts";

/**
 * What Microsoft gave or why not. `sign-in-closed`: the person left its window; `sign-in-blocked`: the window could not be
 * opened; `directory-refused`: Microsoft itself does not let them in.
 */
export type DirectoryToken = ApiResult<string>;

/** What the dialog tells the pane: they share neither memory nor storage. */
export const dialogMessageSchema = z.discriminatedUnion("result", [
  z.object({ result: z.literal("token"), token: z.string() }),
  z.object({ result: z.literal("failed"), code: z.enum(["sign-in-closed", "directory-refused", "offline"]) }),
]);
export type DialogMessage = z.infer<typeof dialogMessageSchema>;

type FailedCode = Extract<DialogMessage, { result: "failed" }>["code"];

/** Microsoft's own codes for what has a sentence of ours; anything else is that it refused. */
const codes: Readonly<Record<string, FailedCode>> = {
  user_cancelled: "sign-in-closed",
  user_canceled: "sign-in-closed",
  access_denied: "sign-in-closed",
  no_network_connectivity: "offline",
  network_error: "offline",
  post_request_failed: "offline",
  get_request_failed: "offline",
};

export const codeOfMicrosoft = (errorCode: string): FailedCode => codes[errorCode] ?? "directory-refused";
