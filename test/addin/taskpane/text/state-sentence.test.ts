import { describe, expect, test } from "vitest";
import type { LinkSummary, PaneState } from "../../../../addin/sync/session.ts";
import { announcement, footState } from "../../../../addin/taskpane/text/state-sentence.ts";
import { states } from "../gallery/states.ts";

const ready: PaneState = states.ready;
const withLink = (part: Partial<LinkSummary>): PaneState => ({
  ...ready,
  links: ready.links.slice(0, 1).map((link) => ({ ...link, ...part })),
});

describe("the foot says the truth", () => {
  test("all is saved, since the oldest synchronisation", () => {
    const foot = footState(states.ready);
    expect(foot).toMatchObject({
      sentence: "Todo guardado",
      moment: states.ready.lastSync,
      act: "synchronise",
    });
  });

  test("rows wait: how many in all, and on the button how many can go", () => {
    const foot = footState(withLink({ pending: 12, wrong: 6, inConflict: 1 }));
    expect(foot.sentence).toBe("12\u00a0filas sin enviar");
    expect(foot.actLabel).toBe("Sincronizar 5");
  });

  test("wrong rows alone are no rows to send", () => {
    expect(footState(withLink({ pending: 7, wrong: 7 })).actLabel).toBe("Sincronizar");
  });

  test("one row is one row", () => {
    expect(footState(withLink({ pending: 1 })).sentence).toBe("1\u00a0fila sin enviar");
  });

  test("a sheet never synchronised is not called saved", () => {
    expect(footState({ ...states.ready, lastSync: null }).sentence).toBe("Sin sincronizar todavía");
  });

  test("one sheet never synchronised among others is told apart", () => {
    const links = ready.links.map((link, place) => (place === 0 ? { ...link, lastSync: null } : link));
    expect(footState({ ...ready, links })).toMatchObject({
      tone: "waiting",
      sentence: "1\u00a0hoja sin sincronizar todavía",
    });
  });

  test("a sheet that cannot be read or written is never called saved, and the rows that wait are told too", () => {
    const troubled = withLink({ troubles: [{ code: "table-missing" }] });
    expect(footState(troubled)).toMatchObject({
      tone: "troubled",
      sentence: "1\u00a0hoja necesita atención",
      moment: null,
    });
    expect(footState(states.troubles).sentence).toBe("3\u00a0hojas necesitan atención");
    const [link] = withLink({ pending: 12, troubles: [{ code: "protected" }] }).links;
    expect(footState({ ...ready, links: link ? [link] : [] }).sentence).toBe(
      "12\u00a0filas sin enviar · 1\u00a0hoja necesita atención",
    );
  });

  test("without connection nothing is called saved, and rows wait", () => {
    const foot = footState(states.offline);
    expect(foot).toMatchObject({ sentence: "Sin conexión · 12\u00a0filas esperan", actLabel: "Reintentar" });
  });

  test("what waits for the network says when it is tried again, and can be tried now", () => {
    expect(footState(states["trying-again"])).toMatchObject({
      sentence: "Sin conexión · 12\u00a0filas esperan",
      next: states["trying-again"].retryAt,
      act: "synchronise",
      actLabel: "Reintentar ahora",
    });
    expect(footState(states.paused)).toMatchObject({
      tone: "offline",
      sentence: "Servicio en pausa · 12\u00a0filas esperan",
      next: states.paused.retryAt,
    });
  });

  test("what others changed and is not here yet is counted, and brought by one act or with what is sent", () => {
    expect(footState(states.incoming)).toMatchObject({
      sentence: "3\u00a0filas por traer",
      moment: null,
      act: "receive",
      actLabel: "Traer cambios",
    });
    expect(footState(states["incoming-and-unsent"])).toMatchObject({
      sentence: "12\u00a0filas sin enviar · 3 por traer",
      act: "synchronise",
      actLabel: "Sincronizar 8",
    });
  });

  test("an ended session offers to sign in", () => {
    expect(footState(states.expired)).toMatchObject({ act: "sign-in", actLabel: "Entrar" });
  });

  test("work comes before all else, with its numbers", () => {
    const foot = footState({ ...states.working, connection: "offline" });
    expect(foot).toMatchObject({ sentence: "Enviando 400 de 1.000…", act: "cancel" });
  });

  test("work that waits for a half-typed cell says how to finish it, aloud too", () => {
    const activity = { kind: "working", what: "sending", done: 0, total: 12, waitsForCell: true } as const;
    const sentence = "Hay una celda a medio escribir. Oprima Enter en la hoja para seguir…";
    expect(footState({ ...states.working, activity })).toMatchObject({
      tone: "waiting",
      sentence,
      act: "cancel",
    });
    expect(announcement({ ...states.working, activity })).toBe(sentence);
  });

  test("a workbook with tables only dates them by the oldest that is still there", () => {
    const foot = footState(states.tables);
    expect(foot.act).toBe("refresh-tables");
    expect(foot.moment).toBe(states.tables.tables[1]?.refreshedAt);
  });

  test("an empty workbook offers nothing to send", () => {
    expect(footState(states.empty)).toMatchObject({
      act: "none",
      sentence: "Este libro aún no tiene formatos",
    });
  });
});

test("a screen reader hears progress by quarters, not by rows", () => {
  const at = (done: number) =>
    announcement({ ...states.working, activity: { kind: "working", what: "sending", done, total: 1_000 } });
  expect(at(260)).toBe(at(499));
  expect(at(499)).not.toBe(at(500));
});
