import { expect, test } from "vitest";
import { endpoints } from "../../shared/contract/endpoints.ts";
import { startCompany, unbounded } from "./support/company.ts";

test("the contract names every route of the service, and no other", async () => {
  const company = await startCompany();
  try {
    const routes = company.service.app.routes
      .filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/"))
      .map(({ method, path }) => `${method} ${path.slice("/api".length)}`);
    expect([...new Set(routes)].toSorted()).toEqual(
      endpoints.map(({ method, path }) => `${method} ${path}`).toSorted(),
    );
  } finally {
    await company.stop();
  }
});

test("whatever somebody who is signed in does is costly, but for what is named here", () => {
  const done = endpoints.filter(({ method, asks }) => method === "POST" && asks === "session");
  const pathsOf = (cost: string) => done.filter((one) => one.cost === cost).map(({ path }) => path);
  expect(pathsOf("secret")).toEqual(["/me/password"]);
  expect(pathsOf("cheap").filter((path) => !path.startsWith("/people/"))).toEqual([
    "/auth/sign-out",
    "/sessions/end",
    "/lease",
  ]);
  expect(pathsOf("costly")).toEqual(
    expect.arrayContaining([
      "/push",
      "/pull",
      "/void",
      "/unvoid",
      "/status",
      "/undo",
      "/seen",
      "/known-rows",
    ]),
  );
});

test("every costly endpoint counts against what somebody may cost in a minute", async () => {
  const company = await startCompany({ bounds: { ...unbounded, costlyPerMinute: 1 } });
  try {
    const costly = endpoints.filter(({ cost }) => cost === "costly");
    const person = await company.colleague("director");
    await person.pull("visits");
    for (const { method, path } of costly) {
      const asked = path.replaceAll(/:\w+/g, "a".repeat(32));
      expect((await person.request(asked, { method })).status, path).toBe(429);
    }
    const cheap = endpoints.filter((one) => one.cost === "cheap" && one.path !== "/live");
    for (const { method, path } of cheap) {
      if (path === "/auth/sign-out") continue;
      const asked = path.replaceAll(/:\w+/g, "a".repeat(32));
      expect((await person.request(asked, { method })).status, path).not.toBe(429);
    }
  } finally {
    await company.stop();
  }
});
