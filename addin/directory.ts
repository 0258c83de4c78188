import { dialogMessageSchema, type DirectoryToken } from "./api/entra/directory-token.ts";
import { nestedToken } from "./api/entra/nested-token.ts";
import type { OfficeLibraries } from "./excel/run.ts";
import { askInDialog, hasNestedSignIn } from "./excel/sign-in-dialog.ts";
import { parseJson } from "./parse-json.ts";
import type { Directory } from "./sync/directory-session.ts";

/** Tokens of Microsoft by this Excel's own account where it can, by a dialog with Microsoft's page elsewhere. */
export function createDirectory(office: Pick<OfficeLibraries, "Office">, baseUrl: string): Directory {
  return {
    async token(way, how) {
      const nested = hasNestedSignIn(office) ? await nestedToken(way, how) : "no-broker";
      return nested === "no-broker" ? dialogToken(office, `${baseUrl}/sign-in-dialog.html`) : nested;
    },
  };
}

async function dialogToken(office: Pick<OfficeLibraries, "Office">, page: string): Promise<DirectoryToken> {
  const end = await askInDialog(office, page);
  if (end.kind !== "said")
    return { ok: false, failure: { code: end.kind === "closed" ? "sign-in-closed" : "sign-in-blocked" } };
  const message = dialogMessageSchema.safeParse(parseJson(end.text));
  if (!message.success) return { ok: false, failure: { code: "directory-refused" } };
  const said = message.data;
  return said.result === "token"
    ? { ok: true, value: said.token }
    : { ok: false, failure: { code: said.code } };
}
