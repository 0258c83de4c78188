import { createApi } from "../api/create-api.ts";
import type { DialogMessage } from "../api/entra/directory-token.ts";
import { redirectToken } from "../api/entra/redirect-token.ts";
import { serviceAddress } from "../api/service-address.ts";
import { createTokenStore } from "../api/token-store.ts";
import { excelReady } from "../excel/office-ready.ts";
import { tellPane } from "../excel/sign-in-dialog.ts";

await excelReady();
const message = await signIn();
if (message) tellPane(JSON.stringify(message));

/** Undefined while the page is on its way to Microsoft. */
async function signIn(): Promise<DialogMessage | undefined> {
  const page = `${location.origin}${location.pathname}`;
  const { entra } = createApi({ baseUrl: serviceAddress(page), tokenStore: createTokenStore(null) });
  const ways = await entra.ways();
  if (!ways.ok || !ways.value.entra) return { result: "failed", code: "offline" };
  return redirectToken(ways.value.entra, page);
}
