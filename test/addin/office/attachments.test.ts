import { afterAll, beforeAll, expect, test } from "vitest";
import type { ChosenFile } from "../../../addin/sync/attachments-session.ts";
import { exifBlock, jpegPhoto } from "../../shared/attachments/samples.ts";
import { carlos, openCompany, type Company } from "./company.ts";
import { cell, openWithVisits } from "./visit-table.ts";
import { openWorkplace, required, type Workplace } from "./workplace.ts";

/** Photos of a row, from one person's pane to another's. */
let company: Company;
let place: Workplace;
beforeAll(async () => {
  company = await openCompany();
  place = await openWithVisits(company);
}, 120_000);
afterAll(async () => {
  await place.leave();
  await company.stop();
});

const photo: ChosenFile = {
  name: "fachada.jpg",
  bytes: Uint8Array.from(jpegPhoto({ exif: exifBlock() })),
  keepsPosition: false,
  thumbnail: Uint8Array.from(jpegPhoto()),
};

async function lookAt(who: Workplace, address: string) {
  who.excel.host.user.select(address);
  await who.excel.host.settled();
  await who.commands.loadAttachments();
  return who.getState().attachments;
}

test("a row is sent first, then takes photos, which colleagues see and nobody erases", async () => {
  await place.quietMoment();
  expect(await lookAt(place, cell(1, "customer"))).toMatchObject({ stage: "unsent", position: 1 });
  required(await place.commands.synchronise());
  const row = await lookAt(place, cell(1, "customer"));
  expect(row).toMatchObject({ stage: "ready", canAttach: true, shown: [] });
  if (!row) throw new Error("no row is shown");
  expect(required(await place.commands.attachFiles(row, [photo, photo]))).toEqual({ attached: 2 });
  const mine = { name: "fachada.jpg", by: "Ana María Rojas", hasPosition: false };
  expect(place.getState().attachments).toMatchObject({ shown: [mine], sending: null });

  const other = await openWorkplace(company, carlos);
  required(await other.commands.insertFormat("visits", { from: null }));
  const seen = await lookAt(other, cell(1, "customer"));
  expect(seen?.shown[0]?.thumbnail).toMatch(/^data:image\/jpeg;base64,/u);
  expect(await lookAt(other, cell(0, "customer"))).toMatchObject({ stage: "ready", shown: [] });
  await other.leave();

  const [{ id } = { id: "" }] = place.getState().attachments?.shown ?? [];
  expect(required(await place.commands.openAttachment(id)).size).toBeGreaterThan(100);
  required(await place.commands.removeAttachment(id, "Es de otro usuario"));
  expect(await lookAt(place, cell(1, "customer"))).toMatchObject({
    shown: [],
    removed: [{ reason: "Es de otro usuario" }],
  });
});

test("what the service refuses, and a service that is not there, are told and change nothing", async () => {
  required(await place.commands.synchronise());
  const row = await lookAt(place, cell(2, "customer"));
  if (!row) throw new Error("no row is shown");
  const wrong = { ...photo, bytes: Uint8Array.of(1, 2, 3) };
  const refused = { ok: false, failure: { code: "attachment-type" } };
  expect(await place.commands.attachFiles(row, [wrong])).toEqual(refused);
  place.network.state = "down";
  expect(await place.commands.attachFiles(row, [photo])).toMatchObject({ failure: { code: "offline" } });
  expect(await lookAt(place, cell(0, "customer"))).toMatchObject({ stage: "failed" });
  place.network.state = "up";
  expect(await lookAt(place, cell(2, "customer"))).toMatchObject({
    stage: "ready",
    shown: [],
    sending: null,
  });
});
