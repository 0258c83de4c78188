import type { Setting } from "../model/setting.ts";

/** How many days back a colleague's visit to the same user is pointed out. */
export const colleagueDays: Setting = {
  id: "colleagueDays",
  label: "Visita reciente de otro asesor",
  explains: "Al escribir una visita se avisa si otro asesor visitó al mismo usuario en estos días.",
  unit: "days",
  initial: 30,
  min: 1,
  max: 180,
  whole: true,
};
