import type { EntraWay } from "../../../shared/contract/sign-in-ways.ts";
import { checkToken } from "./check-token.ts";
import { entraWay, type EntraSettings } from "./entra-settings.ts";
import { meetPerson, type MeetingDeps, type Standing } from "./meet-person.ts";
import { createProviderKeys } from "./provider-keys.ts";

/** Signing in by the company's directory at Microsoft. */
export interface Entra {
  readonly way: EntraWay;
  /**
   * Whom a token is of; `not-valid` where it is no token of this directory for this service. Throws
   * `ProviderUnavailable`.
   */
  identify(token: string): Promise<Standing | { readonly standing: "not-valid" }>;
}

export function createEntra(settings: EntraSettings, deps: MeetingDeps): Entra {
  const keyOf = createProviderKeys(settings);
  return {
    way: entraWay(settings),
    async identify(token) {
      const who = await checkToken(token, keyOf, settings, deps.now());
      return who ? meetPerson(deps, who) : { standing: "not-valid" };
    },
  };
}
