import type { Setting } from "../model/setting.ts";

/** From which percentage of its target on a result below it counts as near (docs: "yellow"). */
export const nearThreshold: Setting = {
  id: "nearThreshold",
  label: "Cerca de la meta desde",
  explains: "Un resultado por debajo de la meta se muestra en amarillo desde este porcentaje.",
  unit: "percent",
  initial: 90,
  min: 50,
  max: 99.9,
};
