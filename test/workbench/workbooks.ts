/** A workbook of the menu. */
export interface MenuWorkbook {
  id: string;
  label: string;
}

export const emptyWorkbookId = "libro-vacio";

/** Made by the server for the day it starts (serve/demo-workbooks.ts). */
export const demoWorkbookIds = { budget: "presupuesto-directora", visits: "visitas-asesor" } as const;

/** What can be opened without a file of one's own. The staff's workbooks are test/workbooks/*.xlsx. */
export const workbookMenu: readonly { label: string; workbooks: readonly MenuWorkbook[] }[] = [
  {
    label: "Para probar",
    workbooks: [
      { id: emptyWorkbookId, label: "Libro vacío" },
      { id: demoWorkbookIds.budget, label: "Presupuesto de la directora" },
      { id: demoWorkbookIds.visits, label: "Visitas de un asesor" },
    ],
  },
  {
    label: "Libros del equipo",
    workbooks: [
      { id: "a1-visitas-marzo", label: "Visitas de marzo" },
      { id: "a2-usuarios-base", label: "Base de usuarios" },
      { id: "a3-presupuesto-2026", label: "Presupuesto 2026 por meses" },
      { id: "a4-propuestas-contratos", label: "Entrega de propuestas" },
      { id: "a5-pqr-segundo-semestre", label: "PQR del segundo semestre" },
      { id: "a6-ventas-no-regulado", label: "Ventas no reguladas" },
    ],
  },
];
