import { formatCount } from "./numbers.ts";

/** What the pane says where it asks for a reason. */
export const reasonText = {
  open: "Escribir el motivo",
  save: "Guardar motivo",
  saveAll: (count: number) => `Guardar para las ${formatCount(count)} filas`,
  matrix: (count: number, sheet: string) =>
    count === 1
      ? `Un cambio de «${sheet}» necesita un motivo para enviarse.`
      : `${formatCount(count)} cambios de «${sheet}» necesitan un motivo para enviarse. Sirve el mismo para todos.`,
  missing: (shortest: number) =>
    shortest > 1 ? `Escriba el motivo, con ${shortest} letras o más.` : "Escriba el motivo.",
  cancel: "Cancelar",
  accept: "Aceptar con motivo",
  acceptWhy: "Por qué está bien así",
  acceptSave: "Aceptar",
} as const;
