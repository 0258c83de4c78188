import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IndicatorAnswer, Me } from "../../../shared/contract.ts";
import type { SettingsAnswer } from "../../../shared/contract/settings.ts";
import { settings } from "../../../shared/settings/registry.ts";
import { startCompany, newId, row, type Colleague, type Company } from "../support/company.ts";

let company: Company;
let admin: Colleague;
let director: Colleague;
let advisor: Colleague;

beforeAll(async () => {
  company = await startCompany();
  admin = await company.colleague("admin");
  director = await company.colleague("director");
  advisor = await company.colleague("advisor");
});
afterAll(() => company.stop());

const change = (id: string, base: number, value: number, reason = "Acuerdo del comité de ventas") =>
  admin.post("/settings", { id, base, value, reason });

describe("a setting", () => {
  it("is seen and changed by the administrator alone", async () => {
    expect((await director.request("/settings")).status).toBe(403);
    const body = { id: "nearThreshold", base: 0, value: 80, reason: "Sin permiso" };
    expect((await director.post("/settings", body)).status).toBe(403);
    expect(await admin.get<SettingsAnswer>("/settings")).toEqual({ versions: [] });
  });

  it("stays within its bounds", async () => {
    for (const { id, min, max, whole } of settings) {
      for (const value of [min - 0.05, max + 1, ...(whole ? [min + 0.5] : [])])
        expect((await change(id, 0, value)).status).toBe(400);
    }
    expect((await change("anything", 0, 1)).status).toBe(400);
    expect((await change("nearThreshold", 0, 80, "no")).status).toBe(400);
  });

  it("keeps every value with who, when and why, and is told to everybody", async () => {
    expect(await (await change("colleagueDays", 0, 45)).json()).toEqual({ result: "changed" });
    expect(await (await change("colleagueDays", 1, 60)).json()).toEqual({ result: "changed" });
    const { versions } = await admin.get<SettingsAnswer>("/settings");
    expect(versions.map(({ version, value, by }) => ({ version, value, by }))).toEqual([
      { version: 2, value: 60, by: admin.name },
      { version: 1, value: 45, by: admin.name },
    ]);
    expect((await advisor.get<Me>("/me")).settings).toMatchObject({ colleagueDays: 60 });
  });

  it("is not overwritten by somebody who saw an older value", async () => {
    expect(await (await change("bigProducerVolume", 0, 2)).json()).toEqual({ result: "changed" });
    expect(await (await change("bigProducerVolume", 0, 3)).json()).toEqual({ result: "stale" });
    expect((await advisor.get<Me>("/me")).settings).toMatchObject({ bigProducerVolume: 2 });
  });

  it("changes what rows are warned of", async () => {
    const customer = {
      account: "1",
      documentType: "CC",
      documentNumber: "1102345678",
      name: "Uno",
      market: "regulated",
      producer: "small",
      volume: 1.5,
      use: "commercial",
      address: "Calle 1",
      municipality: "70001",
      advisor: advisor.id,
      consent: "no",
    };
    const answer = await advisor.save(row("customers", customer, { id: newId() }));
    expect(answer).toMatchObject({ result: "saved" });
    const codes = answer.result === "saved" ? answer.warnings.map(({ code }) => code) : [];
    expect(codes).not.toContain("producer-volume");
  });

  it("changes from where on a figure is near its target", async () => {
    await change("nearThreshold", 0, 75);
    const path = "/indicators/regulated-execution?first=2026-01&last=2026-02";
    const { thresholds } = await director.get<IndicatorAnswer>(path);
    expect(thresholds).toEqual({ met: 100, near: 75 });
  });
});
