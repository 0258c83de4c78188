import { AuthError, createStandardPublicClientApplication } from "@azure/msal-browser";
import type { EntraWay } from "../../../shared/contract/sign-in-ways.ts";
import { codeOfMicrosoft, type DialogMessage } from "./directory-token.ts";

/**
 * Goes to Microsoft's page and, back from it, gives the token for the service (authorization code with PKCE, by
 * Microsoft's library). Undefined on the way there: the page is about to be left.
 */
export async function redirectToken(way: EntraWay, page: string): Promise<DialogMessage | undefined> {
  try {
    const client = await createStandardPublicClientApplication({
      auth: {
        clientId: way.clientId,
        authority: way.authority,
        knownAuthorities: [new URL(way.authority).host],
        redirectUri: page,
      },
      // The library goes to no other page without it; nothing stays there once the token was given.
      cache: { cacheLocation: "sessionStorage" },
    });
    const result = await client.handleRedirectPromise({ navigateToLoginRequestUrl: false });
    if (result) {
      await client.clearCache();
      return { result: "token", token: result.accessToken };
    }
    await client.acquireTokenRedirect({ scopes: [way.scope], prompt: "select_account" });
    return undefined;
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
    return { result: "failed", code: codeOfMicrosoft(error.errorCode) };
  }
}
