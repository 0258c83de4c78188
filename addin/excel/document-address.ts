import type { OfficeLibraries } from "./run.ts";

/**
 * Where the open file lies, written the same by everybody who opened it there: Excel on the web escapes what Excel for
 * Windows does not. Empty for a file that was never saved.
 */
export function addressOfDocument({ Office }: Pick<OfficeLibraries, "Office">): string {
  // Office knows no address of a new file, whatever its types say.
  const { url } = Office.context.document as { readonly url?: string | null };
  const [address = ""] = (url ?? "").split("?");
  try {
    return decodeURI(address).toLowerCase();
  } catch (error) {
    if (error instanceof URIError) return address.toLowerCase();
    throw error;
  }
}
