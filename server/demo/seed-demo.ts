import type { PushedRow, RowAnswer } from "../../shared/contract.ts";
import type { Person } from "../../shared/model/access.ts";
import type { Day, Row } from "../../shared/model/value.ts";
import type { RunningService } from "../service.ts";
import { demoCompany } from "./demo-company.ts";
import { occasionsOf, type FullOccasion } from "./occasions.ts";
import { demoPersonWith, type DemoPerson } from "./people.ts";

/** What came of seeding; only `seeded` wrote anything. `not-empty`: there are accounts that are not (all of) ours. */
export type Seeding = "seeded" | "already-there" | "not-empty";

type DemoService = Pick<RunningService, "people" | "importAs" | "voidAs">;

/**
 * Puts the demonstration company into an empty service as its people would have: every row is judged, merged and kept in
 * the history with its date. The administrator's account comes last, so that an interrupted seeding is noticed.
 */
export async function seedDemo(
  service: DemoService,
  story: { readonly seed: number; readonly today: Day },
): Promise<Seeding> {
  const last = demoPersonWith("admin");
  const there = await service.people.list();
  if (there.some(({ email }) => email === last.email)) return "already-there";
  if (there.length > 0) return "not-empty";
  const company = demoCompany(story);
  const people = await createPeople(
    service,
    company.people.filter((person) => person !== last),
  );
  const versions = new Map<string, number>();
  for (const occasion of occasionsOf(company)) await relive(service, occasion, { people, versions });
  await createPeople(service, [last]);
  return "seeded";
}

interface Progress {
  /** By e-mail. */
  readonly people: ReadonlyMap<string, Person>;
  /** The version that each row has by now. */
  readonly versions: Map<string, number>;
}

async function createPeople(
  { people }: DemoService,
  persons: readonly DemoPerson[],
): Promise<ReadonlyMap<string, Person>> {
  const created = new Map<string, Person>();
  for (const person of persons) {
    const result = await people.create(person);
    if (!result.ok) throw new Error(`${person.email}: ${result.code}`);
    created.set(person.email, result.person);
  }
  return created;
}

async function relive(service: DemoService, occasion: FullOccasion, progress: Progress): Promise<void> {
  const person = personBy(occasion.by, progress);
  const how = { at: new Date(occasion.at), workbook: occasion.workbook };
  for (const rows of oneRevisionEach(occasion)) {
    const pushed = rows.map((row) => toPushed(row, progress));
    for (const answer of await service.importAs(person, pushed, how)) remember(answer, progress);
  }
  for (const { sheet, id, reason } of occasion.voided) {
    const rows = [{ id, base: progress.versions.get(id) ?? 0 }];
    const { answers } = await service.voidAs(person, { sheet, rows, reason }, how);
    if (answers[0]?.result !== "voided") throw new Error(`${sheet} ${id}: ${answers[0]?.result}`);
  }
}

/** A push names a row once: a row that was written twice on one occasion goes in two. */
function oneRevisionEach({ written }: FullOccasion): readonly FullOccasion["written"][] {
  const pushes: FullOccasion["written"][number][][] = [];
  const seen = new Map<string, number>();
  for (const row of written) {
    const push = seen.get(row.id) ?? 0;
    seen.set(row.id, push + 1);
    (pushes[push] ??= []).push(row);
  }
  return pushes;
}

function toPushed({ sheet, id, values }: FullOccasion["written"][number], progress: Progress): PushedRow {
  return { sheet, id, base: progress.versions.get(id) ?? 0, values: withAdvisor(values, progress) };
}

/** Advisors are named by e-mail in the story and by their account's id in rows. */
function withAdvisor(values: Row, progress: Progress): PushedRow["values"] {
  const { advisor } = values;
  return typeof advisor === "string" ? { ...values, advisor: personBy(advisor, progress).id } : { ...values };
}

function personBy(email: string, { people }: Progress): Person {
  const person = people.get(email);
  if (!person) throw new Error(`nobody has the address ${email}`);
  return person;
}

function remember(answer: RowAnswer, { versions }: Progress): void {
  if (answer.result !== "saved")
    throw new Error(`the demonstration does not hold: ${JSON.stringify(answer)}`);
  versions.set(answer.id, answer.version);
}
