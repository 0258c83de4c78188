import { formatCount } from "./numbers.ts";

/** What the pane says where it asks for a reason. */
export const reasonText = {
  open: "Escribir el motivo",
  save: "Guardar motivo",
  saveAll: (count: number) => `Guardar para las ${formatCount(count)} filas`,
  empty: "Escriba el motivo.",
  cancel: "Cancelar",
  accept: "Aceptar con motivo",
  acceptWhy: "Por qué está bien así",
  acceptSave: "Aceptar",
} as const;
