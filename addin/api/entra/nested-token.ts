import type { EntraWay } from "../../../shared/contract/sign-in-ways.ts";
import { codeOfMicrosoft, type DirectoryToken } from "./directory-token.ts";

/** The broker of this Excel is not there after all, or turned off: the dialog is the way. */
export type NoBroker = "no-broker";

export interface TokenRequest {
  /** A token that Microsoft makes now, and not one that Excel remembers. */
  readonly fresh: boolean;
}

const brokerGone: ReadonlySet<string> = new Set(["nested_app_auth_bridge_disabled", "no_account_error"]);

/**
 * A token for the service by nested app authentication: Excel, in which the person is signed in already, asks Microsoft
 * for it. They see a window only where Microsoft has something to ask. Microsoft's library is loaded here, so that
 * companies without a directory never load it; it remembers nothing beyond this call.
 */
export async function nestedToken(
  way: EntraWay,
  { fresh }: TokenRequest,
): Promise<DirectoryToken | NoBroker> {
  const { AuthError, createNestablePublicClientApplication } = await import("@azure/msal-browser");
  const request = { scopes: [way.scope] };
  const client = await createNestablePublicClientApplication({
    auth: { clientId: way.clientId, authority: way.authority },
    cache: { cacheLocation: "memoryStorage" },
  });
  // Without the broker the library would open a window of the browser, which the pane's frame forbids.
  if (!("nestedAppAuthBridge" in globalThis)) return "no-broker";
  try {
    const { accessToken } = await client
      .acquireTokenSilent({ ...request, forceRefresh: fresh })
      .catch((error: unknown) => {
        if (error instanceof AuthError && isFinal(error.errorCode)) throw error;
        return client.acquireTokenPopup(request);
      });
    return { ok: true, value: accessToken };
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
    if (brokerGone.has(error.errorCode)) return "no-broker";
    return { ok: false, failure: { code: codeOfMicrosoft(error.errorCode) } };
  }
}

/** Asking the person would change nothing. */
const isFinal = (code: string) => brokerGone.has(code) || codeOfMicrosoft(code) !== "directory-refused";
