import { contains } from "../grid/area.ts";
import type { Area } from "../grid/area.ts";
import { without } from "../grid/area-difference.ts";
import type { State } from "./state.ts";

/** Marks (and validations, when all is cleared) after an area was cleared. */
export function followClear(state: State, area: Area, what: "All" | "Formats"): Partial<State> {
  const conditionalFormats = state.conditionalFormats.flatMap((format) => {
    const areas = format.areas.flatMap((part) => (contains(area, part) ? [] : without(part, area)));
    return areas.length ? { ...format, areas } : [];
  });
  if (what === "Formats") return { conditionalFormats };
  const validations = state.validations.flatMap((validation) =>
    without(validation.area, area).map((part) => ({ ...validation, area: part })),
  );
  return { conditionalFormats, validations };
}
