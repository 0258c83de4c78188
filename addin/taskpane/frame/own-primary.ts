import type { PaneState } from "../../sync/session.ts";
import { certainCells } from "../repair/repair-counts.ts";
import type { Place } from "./Places.tsx";

/** Whether the view at a place has a primary act of its own, before which that of the foot steps back. */
export function hasOwnPrimary(place: Place, state: PaneState): boolean {
  if (place === "review") return certainCells(state.repairs) > 0;
  return place === "sheets" && (state.examination !== null || state.load !== null);
}
