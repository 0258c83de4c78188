import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evidenceSchema, indicatorAnswerSchema, tableAnswerSchema } from "../../shared/contract.ts";
import { defineIndicator } from "../../shared/model/indicator.ts";
import { choice } from "../../shared/model/kinds/choice.ts";
import { day } from "../../shared/model/kinds/day.ts";
import { person } from "../../shared/model/kinds/reference.ts";
import { text } from "../../shared/model/kinds/text.ts";
import { defineSheet } from "../../shared/model/sheet.ts";
import { layouts, type TableDefinition } from "../../shared/model/table.ts";
import { indicators } from "../../shared/indicators/registry.ts";
import { regulatedExecution } from "../../shared/indicators/regulated-execution.ts";
import { sheets } from "../../shared/sheets/registry.ts";
import { tables } from "../../shared/tables/registry.ts";
import { row, startCompany, type Colleague, type Company } from "./support/company.ts";
import { target } from "./support/rows.ts";

/** What one file of `shared/sheets` would hold. */
const trainings = defineSheet({
  id: "trainings",
  label: "Campañas de prueba",
  purpose: "Actividades con usuarios.",
  format: { code: "PR-FO-02", version: 1, date: "2026-11-24" },
  columns: {
    on: day({ label: "Fecha", required: true }),
    customer: text({ label: "Usuario", required: true }),
    kind: choice({
      label: "Tipo",
      required: true,
      options: { campaign: "Campaña", training: "Capacitación" },
    }),
    advisor: person({ label: "Responsable", roles: ["advisor"] }),
    score: text({ label: "Evaluación", read: ["director"] }),
  },
  names: ["customer"],
  period: ["on"],
  access: { read: ["director", "social", "advisor"], write: ["social"] },
});

/** What one file of `shared/indicators` would hold: users reached, each once a month, over the users' target. */
const reach = defineIndicator({
  ...regulatedExecution,
  id: "reach",
  label: "Usuarios capacitados",
  executed: {
    from: "trainings",
    aggregate: { countDistinct: "customer" },
    by: "on",
    advisor: "advisor",
    where: { kind: ["training"] },
    present: ["customer"],
  },
  access: { read: ["director", "social"], own: ["advisor"] },
});

/** What one file of `shared/tables` would hold. */
const reachTable: TableDefinition = {
  id: "reach",
  label: "Capacitados",
  purpose: "Usuarios capacitados por mes.",
  access: { read: ["social"], own: [] },
  async build(months, source) {
    const { months: results } = await source.indicator(reach, months);
    return {
      columns: [
        { label: "Mes", layout: layouts.month },
        { label: "Usuarios", layout: layouts.count },
      ],
      rows: results.map(({ month, company: figure }) => ({ cells: [month, figure?.executed ?? null] })),
      notes: [],
    };
  },
};

let company: Company;
let social: Colleague;
let director: Colleague;
let ana: Colleague;
let beto: Colleague;

beforeAll(async () => {
  company = await startCompany({
    sheets: [...sheets, trainings],
    indicators: [...indicators, reach],
    tables: [...tables, reachTable],
  });
  social = await company.colleague("social");
  director = await company.colleague("director");
  ana = await company.colleague("advisor", "Ana Asesora");
  beto = await company.colleague("advisor", "Beto Asesor");
  const training = (on: string, customer: string, advisor: string | null, kind = "training") =>
    row("trainings", { on, customer, kind, advisor });
  await director.save(row("budget", target(3, { targetUsers: 4 })));
  const { answers } = await social.push([
    training("2026-03-10", "Rosa", beto.id),
    // Rosa counts once in March, for whoever reached her first.
    training("2026-03-03", "Rosa", ana.id),
    training("2026-03-11", "Rosa", null),
    training("2026-03-12", "Luis", null),
    training("2026-03-12", "Sofía", beto.id, "campaign"),
    training("2026-02-12", "Rosa", beto.id),
  ]);
  if (answers.some(({ result }) => result !== "saved")) throw new Error(JSON.stringify(answers));
});
afterAll(() => company.stop());

describe("a record that is one definition", () => {
  test("has its table, its API, its permissions by role, row and column", async () => {
    const pulled = await director.pull("trainings");
    expect(pulled.columns).toEqual(["on", "customer", "kind", "advisor", "score"]);
    expect(pulled.rows).toHaveLength(6);
    expect((await ana.pull("trainings")).columns).not.toContain("score");
    const scored = { sheet: "trainings", id: pulled.rows[0]?.id ?? "", base: 1, values: { score: "5" } };
    expect(await social.save(scored)).toMatchObject({ result: "forbidden", columns: ["score"] });
    expect(await director.save(scored)).toMatchObject({ result: "forbidden" });
    const quality = await company.colleague("quality");
    await expect(quality.pull("trainings")).rejects.toThrow(/403/);
    expect(await social.save(row("trainings", { on: "mañana", kind: "otro" }))).toMatchObject({
      result: "invalid",
      issues: [
        { column: "on", code: "out-of-range" },
        { column: "customer", code: "required" },
        { column: "kind", code: "out-of-range" },
      ],
    });
  });
});

describe("an indicator that is one definition", () => {
  test("counts each user once a month, for the advisor of the first row, and agrees with its advisors", async () => {
    const answer = indicatorAnswerSchema.parse(
      await social.get("/indicators/reach?first=2026-02&last=2026-03"),
    );
    expect(answer.months).toMatchObject([
      {
        month: "2026-02",
        company: { executed: 1 },
        advisors: [{ advisor: beto.id, figure: { executed: 1 } }],
      },
      {
        month: "2026-03",
        company: { executed: 2, target: 4, percent: 50 },
        advisors: [
          { advisor: ana.id, figure: { executed: 1 } },
          { advisor: null, figure: { executed: 1 } },
        ],
      },
    ]);
    const evidence = evidenceSchema.parse(await social.get("/indicators/reach/rows?month=2026-03"));
    expect(evidence.rows.map(({ label, day: on }) => [label, on])).toEqual([
      ["Rosa", "2026-03-03"],
      ["Luis", "2026-03-12"],
    ]);
  });

  test("shows advisors what is counted for them, and others nothing", async () => {
    const answer = indicatorAnswerSchema.parse(
      await beto.get("/indicators/reach?first=2026-02&last=2026-03"),
    );
    expect(answer.months.map(({ advisors }) => advisors.map(({ figure }) => figure.executed))).toEqual([
      [1],
      [0],
    ]);
    const quality = await company.colleague("quality");
    expect((await quality.request("/indicators/reach?first=2026-02&last=2026-03")).status).toBe(403);
  });
});

test("a table that is one definition is drawn for its readers", async () => {
  const answer = tableAnswerSchema.parse(await social.get("/tables/reach?first=2026-02&last=2026-04"));
  expect(answer.rows.map(({ cells }) => cells)).toEqual([
    ["2026-02", 1],
    ["2026-03", 2],
  ]);
  expect((await director.request("/tables/reach?first=2026-02&last=2026-04")).status).toBe(403);
});
