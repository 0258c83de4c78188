import { afterAll, beforeAll, expect, test } from "vitest";
import { pushRows } from "../../../addin/sync/push-rows.ts";
import { createSendingActs, type SendingActs } from "../../../addin/sync/sending-acts.ts";
import type { Push, PushAnswer } from "../../../shared/contract.ts";
import { undoLimits, type UndoPreview } from "../../../shared/contract/undo.ts";
import { row, startCompany, type Colleague, type Company } from "../../server/support/company.ts";
import { customer } from "../../server/support/rows.ts";

let company: Company;
let ana: Colleague;
beforeAll(async () => {
  company = await startCompany();
  ana = await company.colleague("advisor", "Ana Asesora");
});
afterAll(() => company.stop());

async function send(acts: SendingActs, ...parts: readonly (readonly string[])[]): Promise<void> {
  const push = async (body: Push) => ({
    ok: true as const,
    value: (await (await ana.post("/push", body)).json()) as PushAnswer,
  });
  const envelope = { schema: company.schema, workbook: "Ventas.xlsx · 1" };
  const pushing = {
    api: { push },
    envelope,
    acts,
    signal: new AbortController().signal,
    sent: () => undefined,
  };
  for (const part of parts)
    await pushRows(
      part.map((account) => row("customers", customer(account, ana.id))),
      pushing,
    );
}

const accounts = (count: number, sign: string) => Array.from({ length: count }, (_, at) => `${sign}-${at}`);

test("a sending of more rows than may be taken back at once is kept as several acts, each to be taken back", async () => {
  const acts = createSendingActs();
  await send(acts, accounts(undoLimits.rows - 500, "A"), accounts(1_200, "B"));
  expect(acts.all).toHaveLength(2);
  const voided = await Promise.all(
    acts.all.map(async (act) => (await ana.get<UndoPreview>(`/pushes/${act}`)).sheets[0]?.voided),
  );
  expect(voided).toEqual([undoLimits.rows - 500, 1_200]);
}, 120_000);

test("a sending is one act as long as it may be taken back at once, and an act of which nothing is kept is none", async () => {
  const acts = createSendingActs();
  await send(acts, ["C-1"], ["C-2"]);
  expect(acts.all).toHaveLength(1);
  const refused = createSendingActs();
  await send(refused, ["C-1"]);
  expect(refused.all).toEqual([]);
});
