import { expect, test } from "vitest";
import { leaseAnswerSchema } from "../../../shared/contract/lease.ts";
import { createLeases } from "../../../server/live/leases.ts";
import { newId, startCompany } from "../support/company.ts";

const ana = { id: "ana", name: "Ana Rojas", role: "advisor" } as const;
const luis = { id: "luis", name: "Luis Peña", role: "advisor" } as const;

function leasesAt() {
  const clock = { seconds: 0 };
  return { clock, leases: createLeases(() => new Date(clock.seconds * 1_000)) };
}

test("one pane of a workbook holds the lease, and the others learn whose it is and for how long", () => {
  const { clock, leases } = leasesAt();
  expect(leases.take("libro", ana, "a")).toEqual({ result: "held", seconds: 30 });
  clock.seconds = 10;
  expect(leases.take("libro", luis, "b")).toEqual({ result: "taken", by: "Ana Rojas", seconds: 20 });
  expect(leases.take("libro", ana, "c")).toMatchObject({ result: "taken" });
  expect(leases.take("otro", luis, "b")).toMatchObject({ result: "held" });
});

test("whoever holds it renews it; what is not renewed is free", () => {
  const { clock, leases } = leasesAt();
  leases.take("libro", ana, "a");
  clock.seconds = 20;
  leases.take("libro", ana, "a");
  clock.seconds = 49;
  expect(leases.take("libro", luis, "b")).toMatchObject({ result: "taken", seconds: 1 });
  clock.seconds = 50;
  expect(leases.take("libro", luis, "b")).toMatchObject({ result: "held" });
});

test("only whoever holds it gives it back", () => {
  const { leases } = leasesAt();
  leases.take("libro", ana, "a");
  leases.release("libro", luis, "a");
  leases.release("libro", ana, "b");
  expect(leases.take("libro", luis, "b")).toMatchObject({ result: "taken" });
  leases.release("libro", ana, "a");
  expect(leases.take("libro", luis, "b")).toMatchObject({ result: "held" });
});

test("one person holds no more than fifty", () => {
  const { leases } = leasesAt();
  for (let at = 0; at < 50; at += 1) expect(leases.take(`libro ${at}`, ana, "a")).toBeDefined();
  expect(leases.take("libro 50", ana, "a")).toBeUndefined();
  expect(leases.take("libro 0", ana, "a")).toMatchObject({ result: "held" });
  expect(leases.take("libro 50", luis, "b")).toMatchObject({ result: "held" });
});

test("the lease is asked for, refused and given back over HTTP", async () => {
  const company = await startCompany();
  const [one, other] = [
    await company.colleague("advisor", "Ana"),
    await company.colleague("advisor", "Luis"),
  ];
  const panes = [newId(), newId()];
  const ask = async (who: typeof one, pane: string | undefined, more = {}) =>
    leaseAnswerSchema.parse(await (await who.post("/lease", { workbook: "libro", pane, ...more })).json());
  expect(await ask(one, panes[0])).toMatchObject({ result: "held" });
  expect(await ask(other, panes[1])).toMatchObject({ result: "taken", by: "Ana" });
  expect(await ask(one, panes[0], { release: true })).toEqual({ result: "released" });
  expect(await ask(other, panes[1])).toMatchObject({ result: "held" });
  await company.stop();
});
