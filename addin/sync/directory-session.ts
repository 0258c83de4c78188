import type { EntraWay } from "../../shared/contract/sign-in-ways.ts";
import type { DirectoryToken } from "../api/entra/directory-token.ts";
import type { Outcome } from "./session.ts";

/** Why somebody whom Microsoft knows does not come in. */
export type DirectoryFailure =
  /** The administrator has not decided yet. */
  | { readonly code: "awaiting-approval" }
  /** The administrator said no, or ended the account. */
  | { readonly code: "not-admitted" }
  | { readonly code: "sign-in-closed" }
  | { readonly code: "sign-in-blocked" }
  | { readonly code: "directory-refused" };

/** The part of the pane's state about signing in by Microsoft; null where the company does not, or it is not known yet. */
export interface DirectoryState {
  readonly directory: EntraWay | null;
}

export interface DirectoryCommands {
  /** Asks the service how one signs in. */
  loadWays(): Promise<Outcome>;
  signInByDirectory(): Promise<Outcome>;
}

/** How this Excel gets a token of Microsoft; `fresh`: one that is made now. */
export interface Directory {
  token(way: EntraWay, how: { readonly fresh: boolean }): Promise<DirectoryToken>;
}
