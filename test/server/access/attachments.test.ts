import { afterAll, beforeAll, expect, test } from "vitest";
import { attachmentSchema } from "../../../shared/contract/attachments.ts";
import { createDirectory } from "../../../shared/model/directory.ts";
import type { Context } from "../../../shared/model/kind.ts";
import type { Sheet } from "../../../shared/model/sheet.ts";
import type { Row } from "../../../shared/model/value.ts";
import { sheets as realSheets } from "../../../shared/sheets/registry.ts";
import { jpegPhoto, pngPhoto } from "../../shared/attachments/samples.ts";
import { everyRole, row, startCompany, type Colleague, type Company } from "../support/company.ts";
import { guarded } from "../support/guarded.ts";
import { isTheirs, secretRow } from "../support/secret-rows.ts";
import { freeWriterOf } from "../support/writer.ts";

const sheets: readonly Sheet[] = [...realSheets, guarded];

let company: Company;
let context: Context;
let everybody: readonly Colleague[];
let stranger: Colleague;

beforeAll(async () => {
  company = await startCompany({ sheets });
  everybody = await everyRole(company);
  stranger = await company.colleague("advisor", "Asesora Ajena");
  const people = createDirectory(await company.service.people.list());
  context = { today: "2026-03-18", people, date1904: false };
});
afterAll(() => company.stop());

let years = 2000;

async function keepRow(
  sheet: Sheet,
  owner: Colleague,
): Promise<{ path: string; values: Row; author: Colleague }> {
  years += 1;
  const values = secretRow(sheet, context, {
    ...("year" in sheet.columns ? { year: years } : {}),
    ...(sheet.access.own ? { [sheet.access.own.column]: owner.id } : {}),
  });
  const added = row(sheet.id, values);
  const free = freeWriterOf(sheet);
  const author = everybody.find(({ role }) => role === free) ?? owner;
  expect(await author.save(added), sheet.id).toMatchObject({ result: "saved" });
  return { path: `/attachments/${sheet.id}/${added.id}`, values, author };
}

/** Whether a person may write a row that they see, as its definition says. */
function mayWrite({ access }: Sheet, values: Row, person: Colleague): boolean {
  const isLimited = access.own?.limits.includes("write") === true && access.own.roles.includes(person.role);
  return access.write.includes(person.role) && (!isLimited || values[access.own?.column ?? ""] === person.id);
}

const send = (who: Colleague, path: string, body: Uint8Array) =>
  who.request(`${path}?name=foto&workbook=Libro`, { method: "POST", body: Uint8Array.from(body) });

const questions = sheets.flatMap((sheet) =>
  ["own", "other"].map((whose) => [sheet.id, whose, sheet] as const),
);

test.each(questions)(
  "%s: who reads their %s row sees, who writes it attaches, to others it is not there",
  async (_id, whose, sheet) => {
    const advisor = everybody.find(({ role }) => role === "advisor") ?? stranger;
    const { path, values, author } = await keepRow(sheet, whose === "own" ? advisor : stranger);
    for (const person of everybody) {
      const read = isTheirs(sheet, values, person) ? 200 : 404;
      const write = read === 404 || mayWrite(sheet, values, person) ? read : 403;
      const { id } = attachmentSchema.parse(await (await send(author, path, pngPhoto())).json());
      const removal = { reason: "Prueba de acceso" };
      const asked = [
        await person.request(path),
        await person.request(`${path}/${id}`),
        await send(person, path, jpegPhoto()),
        await send(person, `${path}/${id}/thumbnail`, jpegPhoto()),
        await person.post(`${path}/${id}/remove`, removal),
      ].map(({ status }) => status);
      // The small picture comes from whoever attached the photo.
      const drawn = write === 200 && person !== author ? 403 : write;
      expect(asked, person.role).toEqual([read, read, write, drawn, write]);
    }
  },
);
