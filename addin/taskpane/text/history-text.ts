/** What the pane says of what happened to a cell. */
export const historyText = {
  title: (column: string) => `Historia de ${column}`,
  unsent: "La fila aún no se ha enviado: su historia empieza con el primer envío.",
  none: "Nadie ha escrito todavía en esta celda.",
  failed: "La historia no está a la mano en este momento.",
  again: "Traer de nuevo",
  empty: "vacía",
  from: (value: string) => `antes: ${value}`,
  typed: (text: string) => `se escribió «${text}»`,
  file: (file: string) => `desde ${file}`,
  restore: "Restaurar",
  restoreOf: (value: string) => `Restaurar: ${value}`,
  restored: "Queda escrito en la celda; se envía al sincronizar.",
  notRestored: "La celda quedó como estaba: la fila ya no está o alguien la cambia ahora.",
  more: "Mostrar más",
  older: "Traer anteriores",
} as const;
