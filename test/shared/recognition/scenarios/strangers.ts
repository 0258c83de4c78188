import {
  code,
  column,
  date,
  dayAt,
  firm,
  market,
  meaning,
  money,
  person,
  text,
  textDate,
  words,
  yesNo,
} from "../staff-cells.ts";
import { createDraft, putRow, putTable, toGrid, toTruth, bookOf, type Draft } from "../staff-sheet.ts";
import type { Scenario } from "./scenario.ts";

export const strangersScenarios: Readonly<Record<string, () => Scenario>> = {
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
    return { workbook: bookOf(draft), truth: toTruth(truth) };
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
    return { workbook: bookOf(draft, prices), truth: toTruth(truth, { noRecordSheets: ["Tarifas"] }) };
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
    return { workbook: bookOf(draft), truth: toTruth(truth) };
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
      workbook: bookOf(payroll, inventory, executed, list, record),
      truth: toTruth(truth, { noRecordSheets: ["Nómina", "Inventario", "Ventas por mes", "x"] }),
    };
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
};
