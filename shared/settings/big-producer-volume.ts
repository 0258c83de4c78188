import type { Setting } from "../model/setting.ts";

/** Cubic metres a month that only a big producer passes (Resolución CRA 943 de 2021, art. 5.3.2.3.8). */
export const bigProducerVolume: Setting = {
  id: "bigProducerVolume",
  label: "Límite de gran productor",
  explains: "Por encima de este volumen al mes un usuario es gran productor (Resolución CRA 943 de 2021).",
  unit: "cubic-metres",
  initial: 1,
  min: 0.1,
  max: 100,
};
