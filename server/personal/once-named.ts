import { identityColumns } from "../../shared/model/personal.ts";
import type { Personal } from "../../shared/model/column.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import { comparableText } from "../../shared/peers/peer-questions.ts";
import type { Session } from "../db/database.ts";
import { readSaid } from "../db/personal-rows.ts";

/** A text by which some version of a row named somebody. */
export interface OnceNamed {
  readonly id: string;
  readonly personal: Personal;
  readonly text: string;
}

/** Everything by which versions of a record's rows ever named anybody, as comparable texts. */
export async function readOnceNamed(
  session: Pick<Session, "read">,
  sheet: Sheet,
): Promise<readonly OnceNamed[]> {
  const ofColumns = identityColumns(sheet).map(async ([key, personal]) => {
    const said = await readSaid(session, sheet, key);
    return said.flatMap(({ id, said: value }): readonly OnceNamed[] => {
      const text = comparableText(value);
      return text === undefined ? [] : [{ id, personal, text }];
    });
  });
  return (await Promise.all(ofColumns)).flat();
}
