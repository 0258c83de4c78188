import {
  code,
  column,
  counter,
  date,
  firm,
  market,
  meaning,
  money,
  nothing,
  person,
  text,
  words,
  yesNo,
} from "../staff-cells.ts";
import { createDraft, putRow, putTable, toGrid, toTruth, bookOf } from "../staff-sheet.ts";
import type { Scenario } from "./scenario.ts";

export const layoutsScenarios: Readonly<Record<string, () => Scenario>> = {
  "opportunities whose advisor is merged down": () => {
    const draft = createDraft("Embudo");
    putRow(draft, 0, 0, ["EMBUDO COMERCIAL"]);
    const truth = putTable(draft, {
      record: "opportunities",
      row: 2,
      records: 6,
      columns: [
        column("Asesor", "Asesor", (n) => ({
          cell: n % 3 === 0 ? `Asesora ${n / 3 + 1}` : "",
          means: `Asesora ${Math.floor(n / 3) + 1}`,
        })),
        column("Prospecto", "Usuario", firm),
        column("Servicio", "Servicio", words("Barrido", "Poda")),
        column(
          "Etapa",
          "Etapa",
          meaning(["Negociacion", "Negociación"], ["VISITA", "Visita"], ["Ganada", "Ganada"]),
        ),
        column("Vr. estimado", "Valor estimado COP", money()),
        column("Prob. %", "Probabilidad %", (n) => ({ cell: 10 * (n + 1), means: 10 * (n + 1) })),
        column("Cierre esperado", "Cierre esperado", date(12)),
      ],
      truth: { mergedData: ["A"] },
    });
    draft.merges.push({ top: 3, bottom: 5, left: 0, right: 0 }, { top: 6, bottom: 8, left: 0, right: 0 });
    return { workbook: bookOf(draft), truth: toTruth(truth) };
  },

  "changes on a protected sheet, the header repeated": () => {
    const draft = createDraft("Control");
    putRow(draft, 0, 0, ["CONTROL DE CAMBIOS DOCUMENTALES"]);
    const names = [
      "Fecha",
      "Documento",
      "Descripción del cambio",
      "Versión",
      "Responsable",
      "Aprobó",
      "Estado",
    ] as const;
    const truth = putTable(draft, {
      record: "changes",
      row: 1,
      records: 8,
      between: { 4: { cells: names, why: "repeated-header" } },
      below: [["Elaboró: Calidad"]],
      columns: [
        column(names[0], "Fecha", date(1)),
        column(names[1], "Documento", code("GV-PR")),
        column(names[2], "Descripción", words("Se ajusta el alcance", "Nueva plantilla")),
        column(names[3], "Versión", meaning([2, "2"], [3, "3"])),
        column(names[4], "Responsable", person),
        column(names[5], "Aprobó", words("Gerencia", "Calidad")),
        column(names[6], "Estado", meaning(["APROBADO", "Aprobado"], ["pendiente", "Pendiente"])),
      ],
    });
    const workbook = { date1904: false, sheets: [toGrid(draft, { protected: true })] };
    return { workbook, truth: toTruth(truth, { protected: true }) };
  },

  "claims with a header and nothing below": () => {
    const draft = createDraft("PQR 2027");
    const truth = putTable(draft, {
      record: "claims",
      row: 2,
      records: 0,
      columns: [
        column("Radicado No.", "Radicado", nothing),
        column("Fecha radicación", "Fecha radicación", nothing),
        column("Usuario", "Usuario", nothing),
        column("Tipo", "Tipo", nothing),
        column("Causal", "Causal", nothing),
        column("Responsable", "Responsable", nothing),
        column("Fecha respuesta", "Fecha respuesta", nothing),
      ],
    });
    return { workbook: bookOf(draft), truth: toTruth(truth) };
  },

  "visits under the name of their advisor and market, in a table": () => {
    const draft = createDraft("Semana 12");
    putRow(draft, 0, 0, ["ASESOR:", "Nelcy Pérez Vergara"]);
    putRow(draft, 1, 0, ["VISITAS MERCADO REGULADO"]);
    const truth = putTable(draft, {
      record: "visits",
      row: 3,
      records: 10,
      columns: [
        column("F. visita", "Fecha visita", date(3)),
        column("Usuario", "Usuario", firm),
        column("Tipo", "Tipo de visita", meaning(["Potencial", "Potencial"], ["Actual", "Actual"])),
        column("Motivo visita", "Motivo", meaning(["Retención", "Retención"])),
        column("Resultado", "Resultado", meaning(["Interesado", "Interesado"])),
        column("Observac.", "Observaciones", words("llamar", "volver")),
        column("Hora", null, words("8:00", "9:30")),
      ],
      truth: { context: { Asesor: "Nelcy Pérez Vergara", Mercado: "Regulado" }, table: "Tabla3" },
    });
    draft.tables.push({ name: "Tabla3", area: { top: 3, left: 0, bottom: 13, right: 6 }, totals: false });
    return { workbook: bookOf(draft), truth: toTruth(truth) };
  },

  "users below headers of two lines in one cell": () => {
    const d = createDraft("usuarios");
    const t = putTable(d, {
      record: "customers",
      row: 5,
      left: 3,
      records: 6,
      columns: [
        column("No.", null, counter),
        column("CUENTA\nCONTRATO", "Número de cuenta contrato", (n) => ({
          cell: 500100 + n,
          means: String(500100 + n),
        })),
        column("NOMBRE DEL SUSCRIPTOR", "Nombre o razón social", firm),
        column("TIPO DE\nDOCUMENTO", "Tipo documento", meaning(["NIT", "NIT"])),
        column("NÚMERO DE\nDOCUMENTO", "Número documento", meaning(["905.123.456-9", "x"])),
        column("TIPO DE MERCADO", "Mercado", market),
        column("TIPO PRODUCTOR", "Tipo de productor", meaning(["Gran productor", "Gran productor"])),
        column("CLASE DE USO", "Uso", meaning(["Comercial", "Comercial"], ["OFICIAL", "Oficial"])),
        column(
          "DIRECCIÓN DEL PREDIO",
          "Dirección",
          text((n) => `Cra ${n + 1} # 3-4`),
        ),
        column("CIUDAD", "Municipio", meaning(["Sincelejo", "70001"])),
        column("AUTORIZA TRATAMIENTO DE DATOS", "Autorización datos", yesNo),
        column("TELÉFONO 1", "Celular", (n) => ({ cell: 3005550100 + n, means: String(3005550100 + n) })),
        column("TELÉFONO 2", null, (n) => ({ cell: 3015550100 + n })),
      ],
    });
    return { workbook: bookOf(d), truth: toTruth({ ...t, rows: [] }) };
  },

  "campaigns whose two dates only their groups tell apart": () => {
    const d = createDraft("Campañas");
    putRow(d, 0, 0, ["SOLICITUD", "", "", "EJECUCIÓN", "", "", "", "SEGUIMIENTO", ""]);
    d.merges.push(
      { top: 0, bottom: 0, left: 0, right: 2 },
      { top: 0, bottom: 0, left: 3, right: 6 },
      { top: 0, bottom: 0, left: 7, right: 8 },
    );
    const t = putTable(d, {
      record: "campaigns",
      row: 1,
      records: 5,
      columns: [
        column("Solicitante", "Solicitante", firm),
        column("Fecha", "Fecha solicitud", date(3)),
        column("Actividad", "Actividad", words("Siembra", "Feria")),
        column("Fecha", "Fecha ejecución", date(4)),
        column("Tipo", "Tipo", meaning(["Campaña", "Campaña"], ["Actividad", "Actividad"])),
        column("Lugar", "Lugar", words("Parque", "Plaza")),
        column("Asistentes", "Asistentes", (n) => ({ cell: n + 5, means: n + 5 })),
        column("Evaluación", "Evaluación", (n) => ({ cell: 1 + (n % 5), means: 1 + (n % 5) })),
        column("Responsable", "Responsable", person),
      ],
      truth: { headerRows: [1, 2] },
    });
    return { workbook: bookOf(d), truth: toTruth(t) };
  },
};
