import { afterAll, beforeAll, expect, test } from "vitest";
import type { PeersAnswer } from "../../../shared/contract/peers.ts";
import { canWrite } from "../../../shared/model/access.ts";
import { roles } from "../../../shared/model/role.ts";
import { indexedOf } from "../../../shared/peers/peer-index.ts";
import { sheets as realSheets } from "../../../shared/sheets/registry.ts";
import type { Sheet } from "../../../shared/model/sheet.ts";
import { newId, row, startCompany, type Colleague, type Company } from "../support/company.ts";
import { visit } from "../support/rows.ts";
import { guarded } from "../support/guarded.ts";

/** What the index of peers gives away: to whom, and of what. */
const sheets: readonly Sheet[] = [...realSheets, guarded];
const secretCustomer = "Panadería Secreta del Sinú";

let company: Company;
let stranger: Colleague;

beforeAll(async () => {
  company = await startCompany({ sheets });
  for (const role of roles) await company.colleague(role);
  stranger = await company.colleague("advisor", "Asesora Ajena");
  const theirs = row("visits", visit(stranger.id, { customer: secretCustomer }), { id: newId() });
  await stranger.save(theirs);
}, 120_000);
afterAll(() => company.stop());

const cases = sheets.flatMap((sheet) => roles.map((role) => [sheet.id, role, sheet] as const));

test.each(cases)(
  "%s as %s: the index is for who writes the record, and says nothing in the open",
  async (_id, role, sheet) => {
    const person = await company.colleague(role);
    const path = `/peers/${sheet.id}?schema=${company.schema}`;
    if (!canWrite(sheet, role)) {
      expect((await person.request(path)).status).toBe(403);
      return;
    }
    const { rules } = await person.get<PeersAnswer>(path);
    expect(rules?.length).toBe(indexedOf(sheet, role).length);
    const text = JSON.stringify(rules);
    expect(text).not.toContain(stranger.id);
    expect(text).not.toContain(secretCustomer);
  },
);

test("a push tells of a colleague's visit the name and the day, and the visit itself stays hidden", async () => {
  const advisor = await company.colleague("advisor");
  const mine = row("visits", visit(advisor.id, { customer: secretCustomer, notes: "mía" }));
  const answer = await advisor.save(mine);
  if (answer.result !== "saved") throw new Error("the visit was not saved");
  const told = answer.warnings.find(({ code }) => code === "colleague-visit");
  expect(told?.details).toEqual({ typed: secretCustomer, person: stranger.name, day: "10/03/2026" });
  expect((await advisor.pull("visits")).rows.map(({ id }) => id)).toEqual([mine.id]);
});
