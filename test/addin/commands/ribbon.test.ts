import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { tieRibbon } from "../../../addin/commands/ribbon.ts";

test("every button of the manifest that runs a function has its command, and no command lacks its button", () => {
  const tied: string[] = [];
  const actions = { associate: (id: string) => void tied.push(id) };
  // The commands take nothing else of Office before somebody presses them.
  const office: typeof Office = Object.create(null, { actions: { value: actions } });
  tieRibbon(office, () => Promise.reject(new Error("not pressed")));

  const manifest = readFileSync(new URL("../../../manifest.xml", import.meta.url), "utf8");
  const named = [...manifest.matchAll(/<FunctionName>(.*)<\/FunctionName>/g)].map(([, name]) => name);
  expect(tied.toSorted((a, b) => a.localeCompare(b))).toEqual(["actualizarTablas", "sincronizar", "validar"]);
  expect(new Set(named)).toEqual(new Set(tied));
});
