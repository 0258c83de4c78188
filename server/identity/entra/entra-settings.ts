import type { EntraWay } from "../../../shared/contract/sign-in-ways.ts";

/** The company's directory at Microsoft, as whoever installs the service names it. */
export interface EntraSettings {
  /** The id of the directory. One company, one directory: names like `common` would let in anybody. */
  readonly tenant: string;
  /** The id of the application registered there. */
  readonly client: string;
  /** Where that cloud signs people in, without a slash at the end. */
  readonly authority: string;
}

export const publicCloud = "https://login.microsoftonline.com";

/** The permission that the registered application offers; `docs/despliegue.md` says how it is made. */
export const permission = "access_as_user";

/** The directory's own issuer of tokens of version 2.0, and the address of its metadata's folder. */
export const issuerOf = ({ authority, tenant }: EntraSettings): string => `${authority}/${tenant}/v2.0`;

/** What the pane is told. */
export function entraWay({ authority, client, tenant }: EntraSettings): EntraWay {
  return {
    clientId: client,
    tenant,
    authority: `${authority}/${tenant}`,
    scope: `api://${client}/${permission}`,
  };
}
