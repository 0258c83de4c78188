import {
  code,
  column,
  date,
  firm,
  market,
  meaning,
  money,
  monthFirstDate,
  person,
  words,
  yesNo,
} from "../staff-cells.ts";
import { createDraft, putRow, putTable, toTruth, bookOf } from "../staff-sheet.ts";
import type { Scenario } from "./scenario.ts";

export const datesAndUnitsScenarios: Readonly<Record<string, () => Scenario>> = {
  "terminations with dates of a US computer": () => {
    const draft = createDraft("Retiros");
    const truth = putTable(draft, {
      record: "terminations",
      row: 0,
      records: 24,
      columns: [
        column("Fecha de solicitud", "Fecha solicitud", monthFirstDate(5)),
        column("Nombre del usuario", "Usuario", firm),
        column(
          "Causal de retiro",
          "Causal",
          meaning(["MORA", "Mora"], ["Otro", "Otro"], ["Inconformidad", "Inconformidad"]),
        ),
        column("Prestador destino", "Prestador destino", words("Aseo Sur", "Limpia S.A.")),
        column("Retenido", "¿Retenido?", yesNo),
        column("Acción", "Acción", words("Llamada", "Visita")),
        column("Zona", null, words("Norte", "Sur")),
      ],
    });
    return { workbook: bookOf(draft), truth: toTruth(truth) };
  },

  "sales in millions, the unit in the header": () => {
    const draft = createDraft("Hoja1");
    const truth = putTable(draft, {
      record: "sales",
      row: 4,
      left: 2,
      records: 12,
      between: { 6: { cells: ["SUBTOTAL", "", "", "", "", 8.5], why: "subtotal" } },
      below: [["TOTAL", "", "", "", "", 17]],
      columns: [
        column("Fecha", "Fecha", date(2)),
        column("No. factura", "Documento soporte", code("FV")),
        column("Tipo docto", "Tipo", meaning(["Venta", "Venta"])),
        column("Contrato", "Contrato", code("MNR")),
        column("Razón Social", "Usuario", firm),
        column("Valor (millones $)", "Valor COP", money(1_000_000)),
        column("Asesor comercial", "Asesor", person),
        column("Observación interna", null, words("ok", "pendiente")),
      ],
      truth: { units: { H: 1_000_000 } },
    });
    return { workbook: bookOf(draft), truth: toTruth(truth) };
  },

  "visits counted from 1904, the header on two lines without merging": () => {
    const draft = createDraft("visitas");
    putRow(draft, 1, 0, ["Fecha", "Fecha", "Asesor", "", "Tipo de", "", "", "Resultado"]);
    const truth = putTable(draft, {
      record: "visits",
      row: 2,
      records: 9,
      columns: [
        column("programada", "Fecha programada", date(3, true)),
        column("visita", "Fecha visita", date(3, true)),
        column("comercial", "Asesor", person),
        column("Cliente", "Usuario", firm),
        column("visita", "Tipo de visita", meaning(["actual", "Actual"], ["POTENCIAL", "Potencial"])),
        column("Mercado", "Mercado", market),
        column("Motivo", "Motivo", meaning(["Aforo", "Aforo"], ["P.Q.R.", "PQR"])),
        column("visita", "Resultado", meaning(["interesado", "Interesado"], ["Ausente", "Ausente"])),
      ],
      truth: { headerRows: [2, 3] },
    });
    const workbook = { ...bookOf(draft), date1904: true };
    return { workbook, truth: toTruth(truth, { date1904: true }) };
  },

  "opportunities in millions, as the title says": () => {
    const d = createDraft("Pipeline");
    putRow(d, 0, 0, ["PIPELINE COMERCIAL 2026 - valores en millones"]);
    const t = putTable(d, {
      record: "opportunities",
      row: 2,
      records: 8,
      columns: [
        column("Cliente", "Usuario", firm),
        column("Servicio especial", "Servicio", words("Poda", "Escombros")),
        column(
          "Etapa",
          "Etapa",
          meaning(["Propuesta", "Propuesta"], ["Perdida", "Perdida"], ["GANADA", "Ganada"]),
        ),
        column("Valor estimado", "Valor estimado COP", money(1e6)),
        column("Probabilidad", "Probabilidad %", (n) => ({
          cell: 0.1 * (1 + (n % 9)),
          means: Math.round(10 * (1 + (n % 9))),
          format: "0%",
        })),
        column("Motivo de perdida", "Motivo pérdida", (n) =>
          n % 3 === 1 ? { cell: "Precio", means: "Precio" } : { cell: "", means: null },
        ),
        column("Vendedor", "Asesor", person),
      ],
      truth: { units: { D: 1e6 } },
    });
    return { workbook: bookOf(d), truth: toTruth(t) };
  },

  "objectives whose month is a date": () => {
    const d = createDraft("Objetivos");
    const t = putTable(d, {
      record: "objectives",
      row: 1,
      records: 6,
      columns: [
        column("Mes", "Mes", (n) => ({
          cell: 46023 + 31 * (n % 2),
          means: n % 2 ? "2026-02" : "2026-01",
          format: "mmm-yy",
        })),
        column("Alcance", "Alcance", meaning(["General", "General"], ["Especifico", "Específico"])),
        column("Objetivo", "Objetivo", words("a b", "c d")),
        column("Estrategia", "Estrategia", meaning(["Nuevos negocios", "Nuevos negocios"])),
        column("Responsable", "Responsable", person),
        column("Fecha limite", "Fecha límite", date(3)),
        column("Forma de evaluación", "Cómo se evalúa", words("e", "f")),
        column("% avance", "% avance", (n) => ({ cell: n * 10, means: n * 10 })),
      ],
    });
    return { workbook: bookOf(d), truth: toTruth(t) };
  },
};
