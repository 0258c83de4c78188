import {
  bookOf as book,
  createDraft,
  put,
  putRow,
  putTable,
  toGrid,
  toTruth,
  type Draft,
} from "./staff-sheet.ts";
import type { TruthTable } from "../../../tools/recognise/truth.ts";
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
} from "./staff-cells.ts";
import type { Scenario } from "./staff-scenarios.ts";

/** Sheets that try one thing each: other words, other units, two tables at once, hidden copies. */
export const oddScenarios: Readonly<Record<string, () => Scenario>> = {
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
    return { workbook: book(d), truth: toTruth(t) };
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
    return { workbook: book(d), truth: toTruth(t) };
  },
  "a budget by municipality, its market in the title": () => {
    const d = createDraft("PPTO");
    putRow(d, 0, 0, ["PRESUPUESTO 2027 MERCADO REGULADO"]);
    putRow(d, 2, 0, [
      "MUNICIPIO",
      "ENE",
      "FEB",
      "MAR",
      "ABR",
      "MAY",
      "JUN",
      "JUL",
      "AGO",
      "SEP",
      "OCT",
      "NOV",
      "DIC",
      "TOTAL",
    ]);
    ["Sincelejo", "Corozal", "Sampués"].forEach((m, i) => {
      putRow(d, 3 + i, 0, [m, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
      put(d, 3 + i, 13, { cell: 78, formula: `=SUM(B${4 + i}:M${4 + i})` });
    });
    putRow(d, 6, 0, ["TOTAL", 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 33, 36, 234]);
    const months = [
      "Enero",
      "Febrero",
      "Marzo",
      "Abril",
      "Mayo",
      "Junio",
      "Julio",
      "Agosto",
      "Septiembre",
      "Octubre",
      "Noviembre",
      "Diciembre",
    ];
    const t: TruthTable = {
      record: "budget",
      layout: "matrix" as const,
      sheet: "PPTO",
      headerRow: 3,
      firstDataRow: 4,
      lastDataRow: 6,
      records: 36,
      columns: {
        A: "Municipio",
        N: null,
        ...Object.fromEntries(months.map((m, i) => [String.fromCharCode(66 + i), m])),
      },
      missingRequired: [],
      context: { Año: 2027 },
      units: {},
      skipRows: {},
      mergedData: [],
      sums: { "Meta usuarios": 234 },
      rows: [
        {
          row: 5,
          column: "D",
          values: { Año: 2027, Mes: 3, Mercado: "Regulado", Municipio: "70215", "Meta usuarios": 3 },
          errors: [],
          warnings: [],
        },
      ],
    };
    return { workbook: book(d), truth: toTruth(t) };
  },
  "a budget of users and millions whose market has no header": () => {
    const d = createDraft("Metas 2026");
    putRow(d, 0, 0, ["METAS 2026"]);
    putRow(d, 1, 0, ["", "Asesor", "Unidad", "Enero", "Febrero", "Marzo", "Abril", "Mayo", "Junio", "Total"]);
    putRow(d, 2, 0, ["REGULADO", "Ana Ruiz", "usuarios", 10, 11, 12, 13, 14, 15, 75]);
    putRow(d, 3, 0, ["NO REGULADO", "Ana Ruiz", "Millones $", 10.5, 11, 12, 13, 14, 15, 75.5]);
    putRow(d, 4, 0, ["NO REGULADO", "Luis Paz", "Millones $", 20, 21, 22, 23, 24, 25, 135]);
    const months = ["Enero", "Febrero", "Marzo", "Abril", "Mayo", "Junio"];
    const t: TruthTable = {
      record: "budget",
      layout: "matrix" as const,
      sheet: "Metas 2026",
      headerRow: 2,
      firstDataRow: 3,
      lastDataRow: 5,
      records: 18,
      columns: {
        A: "Mercado",
        B: "Asesor",
        C: null,
        J: null,
        ...Object.fromEntries(months.map((m, i) => [String.fromCharCode(68 + i), m])),
      },
      missingRequired: [],
      context: { Año: 2026 },
      units: {},
      skipRows: {},
      mergedData: [],
      sums: { "Meta usuarios": 75, "Meta ventas COP": 210500000 },
      rows: [],
    };
    return { workbook: book(d), truth: toTruth(t) };
  },
  "a budget as a list": () => {
    const d = createDraft("Hoja1");
    const t = putTable(d, {
      record: "budget",
      row: 0,
      records: 8,
      columns: [
        column("Año", "Año", () => ({ cell: 2026, means: 2026 })),
        column("Mes", "Mes", (n) => ({
          cell: ["Enero", "feb.", "MARZO", "Abril"][n % 4] ?? "",
          means: 1 + (n % 4),
        })),
        column("Mercado", "Mercado", meaning(["Regulado", "Regulado"])),
        column("Asesor", "Asesor", (n) =>
          n < 4 ? { cell: "Ana", means: "Ana" } : { cell: "Luis", means: "Luis" },
        ),
        column("Meta usuarios", "Meta usuarios", (n) => ({ cell: 10 + n, means: 10 + n })),
      ],
    });
    return { workbook: book(d), truth: toTruth(t) };
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
    return { workbook: book(d), truth: toTruth(t) };
  },
  "sales and terminations side by side": () => {
    const d = createDraft("Mixto");
    const a = putTable(d, {
      record: "sales",
      row: 1,
      records: 6,
      columns: [
        column("Fecha", "Fecha", date(1)),
        column("Factura", "Documento soporte", code("F")),
        column("Tipo", "Tipo", meaning(["Venta", "Venta"])),
        column("Contrato", "Contrato", code("M")),
        column("Cliente", "Usuario", firm),
        column("Valor", "Valor COP", money()),
        column("Asesor", "Asesor", person),
      ],
    });
    const b = putTable(d, {
      record: "terminations",
      row: 1,
      left: 9,
      records: 5,
      columns: [
        column("Fecha solicitud", "Fecha solicitud", date(2)),
        column("Usuario", "Usuario", firm),
        column("Causal", "Causal", meaning(["Mora", "Mora"], ["Otro", "Otro"])),
        column("Acción", "Acción", words("a b", "c d")),
      ],
    });
    return { workbook: book(d), truth: toTruth(a, { more: [b] }) };
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
    return { workbook: book(d), truth: toTruth({ ...t, rows: [] }) };
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
    return { workbook: book(d), truth: toTruth(t) };
  },
  "changes with a hidden copy": () => {
    const d = createDraft("Cambios");
    const mk = (dr: Draft) =>
      putTable(dr, {
        record: "changes",
        row: 0,
        records: 3,
        columns: [
          column("Fecha", "Fecha", date(1)),
          column("Documento", "Documento", code("D")),
          column("Descripción", "Descripción", words("a", "b")),
          column("Versión", "Versión", words("1", "2")),
          column("Responsable", "Responsable", person),
          column("Estado", "Estado", meaning(["Pendiente", "Pendiente"])),
        ],
      });
    const t = mk(d);
    const h = createDraft("Copia");
    mk(h);
    return {
      workbook: { date1904: false, sheets: [toGrid(h, { hidden: true }), toGrid(d)] },
      truth: toTruth(t, { hiddenSheets: ["Copia"] }),
    };
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
    return { workbook: book(d), truth: toTruth(t) };
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
    return { workbook: book(d), truth: toTruth(t) };
  },
};
