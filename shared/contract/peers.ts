import * as z from "zod";

/** Rows that one rule of a record's index of peers reaches, the newest first. */
export const mostPeerRows = 20_000;

/** Query of `GET /peers/:sheet`; `known` is the version that the pane has already. */
export const peersQuerySchema = z.strictObject({
  schema: z.string().max(64),
  known: z.string().max(120).optional(),
});

export interface PeersQuery {
  readonly schema: string;
  readonly known?: string;
}

/**
 * `GET /peers/:sheet`: what the rules of a record need of others' rows. Whoever does not know what a row says in the
 * matched columns cannot read its entry (docs/decisions/071-peers-are-sealed.md).
 */
export const peersAnswerSchema = z.object({
  version: z.string(),
  /** Null where `known` is this very version. */
  rules: z
    .array(
      z.object({
        /** False where older rows were left out. */
        complete: z.boolean(),
        /** The mark of what rows say, and what the rule tells of them, sealed. */
        entries: z.array(z.tuple([z.string(), z.string()])),
      }),
    )
    .nullable(),
});
export type PeersAnswer = z.infer<typeof peersAnswerSchema>;
