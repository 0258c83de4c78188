import * as z from "zod";

/**
 * Where somebody stands with the company's service. `invited`: has not set a password yet. `waiting`: came in by the
 * company's directory and awaits the administrator. Only the `active` may do anything; the others' rows and names stay.
 */
export const personStates = ["invited", "active", "inactive", "waiting"] as const;

export const personStateSchema = z.enum(personStates);
export type PersonState = z.infer<typeof personStateSchema>;
