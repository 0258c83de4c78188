import { afterAll, beforeAll, expect, test } from "vitest";
import type { Me } from "../../../shared/contract.ts";
import { openDoor, type Door } from "../identity/entra/door.ts";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.stop());

test("whoever has a password is told so, and who comes in by the directory alone has none to change", async () => {
  const colleague = await door.company.colleague("director");
  expect((await colleague.get<Me>("/me")).hasPassword).toBe(true);
  await door.approveMaria();
  const { access } = await door.enter(await door.directory.token());
  const response = await door.company.service.app.request("/api/me", {
    headers: { authorization: `Bearer ${access}` },
  });
  expect(((await response.json()) as Me).hasPassword).toBe(false);
});
