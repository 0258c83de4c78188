import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId, row, startCompany, type Colleague, type Company } from "../support/company.ts";
import { visit } from "../support/rows.ts";

const reason = "Lo pidió la gerencia";
let company: Company;
let admin: Colleague;
let bystander: Colleague;
let made = 0;
/** Told of every look at the clock of sessions. */
let told = () => {};
beforeAll(async () => {
  company = await startCompany({
    clock: () => {
      told();
      return new Date();
    },
  });
  admin = await company.colleague("admin");
  bystander = await company.colleague("director", "Quien Mira");
});
afterAll(() => company.stop());

type Act = readonly [path: string, body: object];

/** A person who may do all that is tried, and what they would do. */
async function actsOf(kind: "rows" | "accounts"): Promise<{ person: Colleague; acts: readonly Act[] }> {
  const person = await company.colleague(kind === "rows" ? "advisor" : "admin", `Persona ${(made += 1)}`);
  if (kind === "accounts")
    return {
      person,
      acts: [
        ["/people/state", { person: bystander.id, state: "inactive", reason }],
        ["/people/role", { person: bystander.id, role: "admin", reason }],
        [
          "/people/invite",
          { name: `Cómplice ${made}`, email: `complice${made}@aseo.example`, role: "admin" },
        ],
        ["/settings", { id: "colleagueDays", base: 0, value: 45, reason }],
        ["/sessions/end", { which: "others", person: bystander.id }],
      ],
    };
  const mine = row("visits", visit(person.id));
  const act = newId();
  const sent = { pushId: newId(), schema: company.schema, workbook: "Libro" };
  await person.post("/push", { ...sent, act, rows: [mine] });
  const about = { sheet: "visits", rows: [{ id: mine.id, base: 1 }], workbook: "Libro" };
  return {
    person,
    acts: [
      ["/push", { ...sent, pushId: newId(), rows: [row("visits", visit(person.id))] }],
      ["/void", { ...about, reason }],
      ["/unvoid", { ...about, reason }],
      ["/status", { ...about, to: "validated" }],
      ["/undo", { id: newId(), act, reason, workbook: "Libro" }],
      ["/pull", { schema: company.schema, sheet: "visits", since: null }],
      ["/seen", { schema: company.schema, sheet: "visits", rows: [mine.id] }],
      ["/synonyms", { record: "visits", headers: [{ header: "Cosa", key: null }], workbook: "Libro" }],
    ],
  };
}

const changes = {
  leave: {
    status: 401,
    happen: ({ id }: Colleague) => company.service.people.deactivate(id, null),
  },
  "get another role": {
    status: 403,
    happen: ({ id }: Colleague) => company.service.people.changeRole(id, "quality", null),
  },
} as const;

describe.each(["rows", "accounts"] as const)("acts about %s of people who", (kind) => {
  describe.each(["leave", "get another role"] as const)("%s", (change) => {
    const { status, happen } = changes[change];

    test("while the body is on its way are refused", async () => {
      const { person, acts } = await actsOf(kind);
      const sent = acts.map(([path, body]) => ({ path, ...begin(person, path, body) }));
      await Promise.all(sent.map(({ asked }) => asked));
      expect(await happen(person)).toBe("done");
      for (const { path, finish, answer } of sent) {
        finish();
        expect((await answer).status, path).toBe(status);
      }
    });

    test("while they wait to write are refused", async () => {
      const { acts } = await actsOf(kind);
      for (const [at, [path]] of acts.entries()) {
        if (["/pull", "/seen"].includes(path)) continue;
        const { person, acts: own } = await actsOf(kind);
        const happened = afterLetIn(() => happen(person));
        expect((await person.post(path, own[at]?.[1])).status, path).toBe(status);
        expect(await happened).toBe("done");
      }
    });
  });
});

test("whoever is removed does not let themselves in again by a request that they began before", async () => {
  const { person } = await actsOf("accounts");
  const begun = begin(person, "/people/state", { person: person.id, state: "active", reason });
  await begun.asked;
  await admin.post("/people/state", { person: person.id, state: "inactive", reason });
  begun.finish();
  expect((await begun.answer).status).toBe(401);
  const { people } = await admin.get<{ people: { id: string; state: string }[] }>("/people");
  expect(people.find(({ id }) => id === person.id)?.state).toBe("inactive");
});

/** Does something once whoever asks next was let in for good: at their head, as their token and session are looked at, and behind their body. */
function afterLetIn<T>(act: () => Promise<T>): Promise<T> {
  let looks = 0;
  return new Promise((resolve, reject) => {
    told = () => {
      looks += 1;
      if (looks < 3) return;
      told = () => {};
      act().then(resolve, reject);
    };
  });
}

/** A request whose head is there, and whose body comes once it is finished. */
function begin(person: Colleague, path: string, content: object) {
  let [ask, finish] = [() => {}, () => {}];
  const asked = new Promise<void>((resolve) => (ask = resolve));
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const body = new ReadableStream(
    {
      async pull(controller) {
        ask();
        await finished;
        controller.enqueue(new TextEncoder().encode(JSON.stringify(content)));
        controller.close();
      },
    },
    // Nothing is drawn before somebody reads.
    { highWaterMark: 0 },
  );
  const answer = person.request(path, { method: "POST", body, duplex: "half" } as RequestInit);
  return { asked, finish, answer };
}
