import {
  code,
  column,
  counter,
  date,
  firm,
  meaning,
  money,
  person,
  text,
  words,
  yesNo,
} from "../staff-cells.ts";
import { createDraft, putRow, putTable, toTruth, bookOf } from "../staff-sheet.ts";
import type { Scenario } from "./scenario.ts";

export const tablesScenarios: Readonly<Record<string, () => Scenario>> = {
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
    return { workbook: bookOf(draft), truth: toTruth(first, { more: [second], otherTables: ["L3:M5"] }) };
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
    return { workbook: bookOf(june.draft, july.draft), truth: toTruth(june.truth, { more: [july.truth] }) };
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
    return { workbook: bookOf(d), truth: toTruth(a, { more: [b] }) };
  },
};
