import type { WorkbookGrid } from "../../../shared/recognition/grid.ts";
import type { Truth } from "../../../tools/recognise/truth.ts";
import {
  code,
  column,
  counter,
  date,
  dayAt,
  firm,
  market,
  meaning,
  money,
  monthFirstDate,
  nothing,
  person,
  text,
  textDate,
  words,
  yesNo,
} from "./staff-cells.ts";
import { bookOf as book, createDraft, put, putRow, putTable, toGrid, toTruth } from "./staff-sheet.ts";

/** A workbook as staff might keep it, and what is true of it. */
export interface Scenario {
  readonly workbook: WorkbookGrid;
  readonly truth: Truth;
}

export const scenarios: Readonly<Record<string, () => Scenario>> = {
  "actions with a list of causes at their right and a second table below": () => {
    const draft = createDraft("SAC");
    putRow(draft, 0, 0, ["ACCIONES CORRECTIVAS Y DE MEJORA 2026"]);
    const columns = [
      column("Ítem", null, counter),
      column("Orígen", "Origen", words("Auditoría", "PQR", "Indicador")),
      column(
        "Descripcion hallazgo",
        "Descripción",
        text((n) => `No se cerró la visita ${n + 1}`),
      ),
      column("Causa raiz", "Causa raíz", words("Falta de ruta", "Datos viejos")),
      column("Accion correctiva", "Acción", words("Capacitar al equipo", "Revisar la base")),
      column("Responsable", "Responsable", person),
      column("F. compromiso", "Fecha compromiso", date(5)),
      column("F. cierre", "Fecha cierre", date(6)),
      column("Eficaz?", "¿Eficaz?", yesNo),
    ];
    const first = putTable(draft, { record: "actions", columns, records: 6, row: 2 });
    putRow(draft, 2, 11, ["Origen", "Responsable"]);
    putRow(draft, 3, 11, ["Auditoría", "Marta"]);
    putRow(draft, 4, 11, ["PQR", "Ever"]);
    const second = putTable(draft, { record: "actions", columns, records: 4, row: 13 });
    return { workbook: book(draft), truth: toTruth(first, { more: [second], otherTables: ["L3:M5"] }) };
  },

  "objectives one month per worksheet": () => {
    const month = (name: string, value: string) => {
      const draft = createDraft(name);
      putRow(draft, 0, 1, [`OBJETIVOS Y ESTRATEGIAS ${name} 2026`]);
      const truth = putTable(draft, {
        record: "objectives",
        row: 3,
        left: 1,
        records: 3,
        columns: [
          column("ALCANCE", "Alcance", meaning(["GENERAL", "General"], ["especifico", "Específico"])),
          column(
            "OBJETIVO",
            "Objetivo",
            text((n) => `Vincular ${n + 10} usuarios`),
          ),
          column(
            "ESTRATEGIA",
            "Estrategia",
            meaning(["Vinculacion", "Vinculación"], ["RETENCION", "Retención"]),
          ),
          column("Responsable", "Responsable", person),
          column("Fecha límite", "Fecha límite", date(7)),
          column("Cómo se evalua", "Cómo se evalúa", words("Usuarios vinculados", "Visitas")),
        ],
        truth: { context: { Mes: value }, missingRequired: ["Mes"] },
      });
      return { draft, truth };
    };
    const [june, july] = [month("JUNIO", "2026-06"), month("JULIO", "2026-07")];
    return { workbook: book(june.draft, july.draft), truth: toTruth(june.truth, { more: [july.truth] }) };
  },

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
    return { workbook: book(draft), truth: toTruth(truth) };
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
    return { workbook: book(draft), truth: toTruth(truth) };
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
    const workbook = { ...book(draft), date1904: true };
    return { workbook, truth: toTruth(truth, { date1904: true }) };
  },

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
    return { workbook: book(draft), truth: toTruth(truth) };
  },

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
    return { workbook: book(draft), truth: toTruth(truth) };
  },

  "users among forty columns of another system": () => {
    const draft = createDraft("Export");
    const others = Array.from({ length: 40 }, (_, place) =>
      column(`CAMPO_${place + 1}`, null, (n) => ({ cell: place % 2 === 0 ? n * place : `v${place}` })),
    );
    const truth = putTable(draft, {
      record: "customers",
      row: 0,
      records: 10,
      columns: [
        ...others.slice(0, 17),
        column("CUENTA CONTRATO", "Número de cuenta contrato", code("10")),
        column("TIPO DOC", "Tipo documento", meaning(["CC", "CC"])),
        column("NRO DOCUMENTO", "Número documento", (n) => ({
          cell: 92_500_100 + n,
          means: String(92_500_100 + n),
        })),
        ...others.slice(17, 25),
        column("NOMBRE", "Nombre o razón social", firm),
        column("MERCADO", "Mercado", market),
        column("TIPO PRODUCTOR", "Tipo de productor", meaning(["Residencial", "Residencial"])),
        column("USO", "Uso", meaning(["RESIDENCIAL", "Residencial"])),
        column(
          "DIRECCION",
          "Dirección",
          text((n) => `Calle ${n + 1} # 2-3`),
        ),
        column("MUNICIPIO", "Municipio", meaning(["Sincelejo", "70001"], ["COROZAL", "70215"])),
        column("HABEAS DATA", "Autorización datos", yesNo),
        ...others.slice(25),
      ],
    });
    return { workbook: book(draft), truth: toTruth(truth) };
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
    return { workbook: book(draft), truth: toTruth(truth) };
  },

  "proposals below a line of units, beside a list of prices": () => {
    const draft = createDraft("PROPUESTAS");
    const prices = createDraft("Tarifas");
    putRow(prices, 0, 0, ["LISTA DE PRECIOS 2026"]);
    putRow(prices, 1, 0, ["Servicio", "Unidad", "Valor mensual", "Vigencia"]);
    for (let n = 0; n < 8; n += 1) putRow(prices, 2 + n, 0, [`Servicio ${n}`, "m3", 45_000 + n, "2026"]);
    const truth = putTable(draft, {
      record: "proposals",
      row: 1,
      records: 5,
      between: { 0: { cells: ["", "dd/mm/aaaa", "", "", "", "(COP)", "Sí/No", "", ""], why: "unit" } },
      columns: [
        column("Cons.", "Consecutivo", code("P")),
        column("Fecha de entrega", "Fecha entrega", textDate(2)),
        column("Empresa", "Usuario", firm),
        column("Servicio propuesto", "Servicio", words("Barrido", "Lavado")),
        column("Mercado", "Mercado", market),
        column("Valor mensual", "Valor mensual COP", money()),
        column("IVA incluido", "IVA incluido", yesNo),
        column("Recibe", "Recibido por", person),
        column("Estado", "Estado", meaning(["Entregada", "Entregada"], ["FIRMADO", "Firmado"])),
        column("Comercial", "Asesor", person),
      ],
      truth: { headerRow: 3, headerRows: [2, 3] },
    });
    return { workbook: book(draft, prices), truth: toTruth(truth, { noRecordSheets: ["Tarifas"] }) };
  },

  "a budget in millions, the markets as headings and the months with their year": () => {
    const draft = createDraft("Metas");
    putRow(draft, 0, 0, ["METAS COMERCIALES (cifras en millones de pesos)"]);
    const months = ["ene-26", "feb-26", "mar-26", "abr-26", "may-26", "jun-26"];
    putRow(draft, 2, 0, ["Asesor", ...months, "Total"]);
    putRow(draft, 3, 0, ["MERCADO NO REGULADO"]);
    putRow(draft, 4, 0, ["Marta Ochoa", 12, 12.5, 13, 10, 9, 14]);
    putRow(draft, 5, 0, ["Ever Salgado", 22, 21, 20, 25, 28, 30]);
    putRow(draft, 6, 0, ["Subtotal", 34, 33.5, 33, 35, 37, 44]);
    for (const row of [4, 5]) put(draft, row, 7, { cell: 99, formula: `=SUM(B${row + 1}:G${row + 1})` });
    const names = ["Enero", "Febrero", "Marzo", "Abril", "Mayo", "Junio"];
    const truth = {
      record: "budget",
      layout: "matrix" as const,
      sheet: "Metas",
      headerRow: 3,
      firstDataRow: 5,
      lastDataRow: 6,
      records: 12,
      columns: Object.fromEntries([
        ["A", "Asesor"],
        ["H", null],
        ...names.map((name, n) => [String.fromCharCode(66 + n), name]),
      ]),
      missingRequired: [],
      context: { Año: 2026 },
      unit: 1_000_000,
      units: {},
      skipRows: {},
      mergedData: [],
      sums: { "Meta ventas COP": 216_500_000 },
      rows: [
        {
          row: 5,
          column: "C",
          values: {
            Año: 2026,
            Mes: 2,
            Mercado: "No regulado",
            Asesor: "Marta Ochoa",
            "Meta ventas COP": 12_500_000,
          },
          errors: [],
          warnings: [],
        },
      ],
    };
    return { workbook: book(draft), truth: toTruth(truth) };
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
    return { workbook: book(draft), truth: toTruth(truth) };
  },

  "sales with columns that only resemble ours": () => {
    const draft = createDraft("Ventas");
    const truth = putTable(draft, {
      record: "sales",
      row: 0,
      records: 9,
      columns: [
        column("Fecha", "Fecha", date(3)),
        column("Fecha pago", null, date(4)),
        column("Documento soporte", "Documento soporte", code("FE")),
        column("Tipo", "Tipo", meaning(["Venta", "Venta"])),
        column("Contrato", "Contrato", code("MNR")),
        column("Contrato anterior", null, code("OLD")),
        column("Cliente", "Usuario", firm),
        column("Valor COP", "Valor COP", money()),
        column("Valor IVA", null, (n) => ({ cell: 19_000 + n })),
        column("Valor pagado", null, (n) => ({ cell: 119_000 + n })),
        column("Asesor", "Asesor", person),
        column("Servicio", "Servicio", words("Barrido", "Poda")),
        column("Tipo de servicio", null, words("Especial", "Normal")),
      ],
    });
    return { workbook: book(draft), truth: toTruth(truth) };
  },

  "nothing that is a record": () => {
    const payroll = createDraft("Nómina");
    putRow(payroll, 0, 0, ["Cédula", "Nombre", "Cargo", "Salario", "Fecha ingreso", "EPS"]);
    for (let n = 0; n < 12; n += 1)
      putRow(payroll, 1 + n, 0, [1_100_000 + n, `Persona ${n}`, "Operario", 1_800_000, 45_000 + n, "Salud"]);
    const inventory = createDraft("Inventario");
    putRow(inventory, 0, 0, ["Código", "Descripción", "Cantidad", "Responsable", "Fecha", "Observaciones"]);
    for (let n = 0; n < 12; n += 1)
      putRow(inventory, 1 + n, 0, [`INV-${n}`, "Contenedor", n, "Ana", 46_000 + n, ""]);
    const executed = createDraft("Ventas por mes");
    putRow(executed, 0, 0, ["VENTAS REALES 2026"]);
    putRow(executed, 1, 0, ["Asesor", "Enero", "Febrero", "Marzo", "Abril"]);
    putRow(executed, 2, 0, ["Marta", 1, 2, 3, 4]);
    const list = createDraft("x");
    putRow(list, 0, 0, [dayAt(0), "suelto"]);
    const record = createDraft("Retiros");
    const truth = putTable(record, {
      record: "terminations",
      row: 0,
      records: 3,
      columns: [
        column("Fecha solicitud", "Fecha solicitud", date(3)),
        column("Usuario", "Usuario", firm),
        column("Causal", "Causal", meaning(["Mora", "Mora"])),
      ],
    });
    return {
      workbook: book(payroll, inventory, executed, list, record),
      truth: toTruth(truth, { noRecordSheets: ["Nómina", "Inventario", "Ventas por mes", "x"] }),
    };
  },
};
