import { expect, test } from "vitest";
import { endpoints } from "../../shared/contract/endpoints.ts";
import { startCompany } from "./support/company.ts";

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
