import { formatCount, plural } from "./numbers.ts";

/** What the pane says of photos and documents. */
export const attachmentsText = {
  title: "Evidencia",
  add: "Adjuntar foto o documento",
  what: "JPEG, PNG, WEBP, HEIC o PDF, hasta 10 MB. Se guarda en el servicio, no en este libro.",
  none: "Esta fila no tiene fotos ni documentos.",
  unsent: "Envíe la fila primero: oprima Sincronizar y después adjunte.",
  failed: "No se pudo consultar lo adjunto.",
  again: "Consultar de nuevo",
  sending: (name: string, place: number, total: number) =>
    total === 1 ? `Enviando ${name}…` : `Enviando ${name} (${formatCount(place)} de ${formatCount(total)})…`,
  preparing: "Preparando…",
  by: (name: string) => `${name} · `,
  withPosition: "Con el lugar donde se tomó",
  open: (name: string) => `Ver ${name}`,
  close: "Cerrar",
  undrawable: "Este equipo no puede mostrar el archivo. Guárdelo para abrirlo con otro programa.",
  notOpened: "No se pudo traer el archivo. Ciérrelo y ábralo de nuevo.",
  save: "Guardar en el equipo",
  remove: "Quitar…",
  removeOf: (name: string) => `Quitar… ${name}`,
  reason: (name: string) => `Motivo para quitar ${name}`,
  confirm: "Quitar",
  cancel: "Cancelar",
  removed: (count: number) => plural(count, "archivo quitado", "archivos quitados"),
  removedBy: (name: string, by: string, reason: string) => `${name}: ${by}, «${reason}»`,
  refused: (name: string, why: string) => `${name}: ${why}`,
  position: {
    asks: (count: number) =>
      count === 1
        ? "La foto dice dónde se tomó. ¿Guarda también el lugar?"
        : `${plural(count, "foto dice", "fotos dicen")} dónde se tomaron. ¿Guarda también el lugar?`,
    without: "Guardar sin el lugar",
    keep: "Guardar con el lugar",
  },
} as const;
