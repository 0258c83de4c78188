import type { Layer } from "./univer-plugins.ts";

/** Shows things on sheets, and only what is new or gone when it is told again. */
export interface Shown<Item> {
  update: (unitId: string, bySheet: Readonly<Record<string, readonly Item[]>>) => void;
}

/** Keeps what a layer shows. A sheet is drawn anew when anything on it differs: order matters among rules. */
export function createShown<Item>(layer: Layer<Item>): Shown<Item> {
  const shown = new Map<string, readonly Item[]>();
  return {
    update: (unitId, bySheet) => {
      for (const sheetId of new Set([...shown.keys(), ...Object.keys(bySheet)])) {
        const [before, after] = [shown.get(sheetId) ?? [], bySheet[sheetId] ?? []];
        if (JSON.stringify(before) === JSON.stringify(after)) continue;
        for (const item of before) layer.hide(unitId, sheetId, item);
        // The one added last wins.
        for (const item of after.toReversed()) layer.show(unitId, sheetId, item);
        shown.set(sheetId, after);
      }
    },
  };
}
