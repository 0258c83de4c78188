import {
  code,
  column,
  counter,
  date,
  firm,
  market,
  meaning,
  nothing,
  person,
  textDate,
  words,
  yesNo,
} from "../staff-cells.ts";
import { createDraft, putRow, putTable, toTruth, bookOf } from "../staff-sheet.ts";
import type { Scenario } from "./scenario.ts";

export const wordsScenarios: Readonly<Record<string, () => Scenario>> = {
  "campaigns without a title, misspelt": () => {
    const draft = createDraft("2026");
    const truth = putTable(draft, {
      record: "campaigns",
      row: 0,
      records: 7,
      columns: [
        column("Solisitante", "Solicitante", words("Colegio Sur", "Junta de acción comunal")),
        column("Fecha solictud", "Fecha solicitud", textDate(4)),
        column("Activdad", "Actividad", words("Jornada de reciclaje", "Limpieza del arroyo")),
        column("Tipo", "Tipo", meaning(["CAMPAÑA", "Campaña"], ["capacitacion", "Capacitación"])),
        column("Fecha ejecusión", "Fecha ejecución", date(5)),
        column("Lugar", "Lugar", words("Parque", "Cancha")),
        column("Asistentes", "Asistentes", (n) => ({ cell: 20 + n, means: 20 + n })),
        column("Responsable", "Responsable", person),
        column("Refrigerios", null, (n) => ({ cell: 15 + n })),
      ],
    });
    return { workbook: bookOf(draft), truth: toTruth(truth) };
  },

  "claims in other words": () => {
    const d = createDraft("Hoja 1");
    putRow(d, 0, 0, ["EMPRESA DE ASEO S.A. E.S.P."]);
    putRow(d, 1, 0, ["Peticiones, quejas y recursos"]);
    const t = putTable(d, {
      record: "claims",
      row: 4,
      left: 1,
      records: 12,
      columns: [
        column("N° Rad.", "Radicado", code("2026")),
        column("Fecha de recibido", "Fecha radicación", date(8)),
        column("Peticionario", "Usuario", firm),
        column(
          "Clase de PQR",
          "Tipo",
          meaning(["PETICION", "Petición"], ["queja", "Queja"], ["Reclamo", "Reclamo"]),
        ),
        column("Motivo", "Causal", words("Cobro", "Aforo")),
        column("Detalle", "Descripción", words("No pasó el carro", "Cobro doble")),
        column("Fecha de vencimiento", "Vence", nothing),
        column("Fecha de respuesta", "Fecha respuesta", (n) =>
          n % 3 ? date(9)(n) : { cell: "", means: null },
        ),
        column("Sentido de la respuesta", "Sentido", (n) =>
          n % 3 ? meaning(["ACCEDE", "Accede"], ["No accede", "No accede"])(n) : { cell: "", means: null },
        ),
        column("Funcionario responsable", "Responsable", person),
        column("Observaciones", null, words("x", "y")),
      ],
    });
    return { workbook: bookOf(d), truth: toTruth(t) };
  },

  "visits to firms that are called like totals, with weeks as headings": () => {
    const d = createDraft("Abril");
    putRow(d, 0, 0, ["Plan de visitas - abril de 2026"]);
    const t = putTable(d, {
      record: "visits",
      row: 2,
      records: 10,
      between: { 5: { cells: ["SEMANA 2"], why: "note" } },
      below: [["Total visitas", 10], ["", "", ""], ["Firma: ________"]],
      columns: [
        column("Fecha programada", "Fecha programada", date(4)),
        column("Fecha real", "Fecha visita", date(4)),
        column("Asesor", "Asesor", person),
        column("Prospecto", "Usuario", words("Total Gas S.A.S.", "Sumas y Restas Ltda.")),
        column("Tipo usuario", "Tipo de visita", meaning(["Actual", "Actual"])),
        column("Mercado", "Mercado", market),
        column("Motivo de la visita", "Motivo", meaning(["Campaña", "Campaña"])),
        column("Resultado de la visita", "Resultado", meaning(["INTERESADO", "Interesado"])),
        column("Km recorridos", null, counter),
      ],
    });
    return { workbook: bookOf(d), truth: toTruth(t) };
  },

  "actions in the words of the quality office": () => {
    const d = createDraft("Plan");
    putRow(d, 0, 0, ["PLAN DE ACCIÓN 2026"]);
    const t = putTable(d, {
      record: "actions",
      row: 3,
      records: 4,
      columns: [
        column("Fuente", "Origen", meaning(["AUDITORIA", "Auditoría"], ["Desvinculación", "Desvinculación"])),
        column("No conformidad", "Descripción", words("abc", "def")),
        column("Correccion", "Corrección", words("x y", "z w")),
        column("Analisis de causa", "Causa raíz", words("q", "r")),
        column("Plan de accion", "Acción", words("s", "t")),
        column("Resp.", "Responsable", person),
        column("Fecha limite", "Fecha compromiso", date(10)),
        column("Fecha de cierre", "Fecha cierre", date(11)),
        column("¿Fue eficaz?", "¿Eficaz?", yesNo),
        column("Verificado por", "Verificó", words("Auditor X", "Auditor Y")),
        column("% cumplimiento", null, (n) => ({ cell: n / 10, format: "0%" })),
      ],
    });
    return { workbook: bookOf(d), truth: toTruth(t) };
  },
};
