import { isOneOf, isPresent } from "../model/condition.ts";
import { defineSheet } from "../model/sheet.ts";
import { exampleAdvisor } from "./example-people.ts";
import { choice } from "../model/kinds/choice.ts";
import { phone } from "../model/kinds/contact.ts";
import { day } from "../model/kinds/day.ts";
import { municipality } from "../model/kinds/municipality.ts";
import { person } from "../model/kinds/reference.ts";
import { text } from "../model/kinds/text.ts";
import { colleagueDays } from "../settings/colleague-days.ts";
import { market } from "./common-columns.ts";
import { accountExists } from "./common-peers.ts";

/** Visits planned and made, and the linking they led to. */
export const visits = defineSheet({
  id: "visits",
  label: "Control visitas y vinculaciones",
  purpose: "Visitas programadas y realizadas por cada asesor, con su resultado.",
  format: { code: "GV-FO-03", version: 1, date: "2026-11-24" },
  columns: {
    plannedOn: day({
      label: "Fecha programada",
      synonyms: ["F. prog.", "Programada", "Fecha programación", "Fecha agendada", "Programación"],
    }),
    visitedOn: day({
      label: "Fecha visita",
      notAfter: "today",
      synonyms: ["F. visita", "Realizada", "Fecha de la visita", "Fecha realizada", "Fecha realización"],
    }),
    advisor: person({
      label: "Asesor",
      roles: ["advisor"],
      required: true,
      synonyms: ["Responsable", "Vendedor", "Comercial", "Asesor comercial", "Ejecutivo"],
    }),
    customer: text({
      label: "Usuario",
      max: 160,
      required: true,
      width: 32,
      hint: "Cuenta contrato o nombre del prospecto.",
      synonyms: ["Cliente", "Nombre", "Razón social", "Suscriptor", "Prospecto", "Empresa", "Predio"],
      personal: "mention",
    }),
    visitType: choice({
      label: "Tipo de visita",
      required: true,
      synonyms: ["Tipo", "Tipo de usuario"],
      options: {
        current: { label: "Actual", synonyms: ["Usuario actual"] },
        potential: { label: "Potencial", synonyms: ["Usuario potencial", "Prospecto"] },
        big: { label: "Gran productor", synonyms: ["GP", "Grande"] },
      },
    }),
    market: market({ required: true }),
    purpose: choice({
      label: "Motivo",
      required: true,
      options: {
        linking: "Vinculación",
        retention: "Retención",
        claim: "PQR",
        campaign: "Campaña",
        gauging: "Aforo",
        followUp: "Seguimiento",
      },
    }),
    outcome: choice({
      label: "Resultado",
      required: isPresent("visitedOn"),
      onlyWhen: isPresent("visitedOn"),
      hint: "Obligatorio cuando la visita ya se hizo.",
      options: {
        linked: "Vinculado",
        interested: "Interesado",
        notInterested: "No interesado",
        rescheduled: "Reprogramada",
        absent: { label: "Ausente", synonyms: ["No contesta", "No estaba"] },
      },
    }),
    linkedOn: day({
      questionFuture: true,
      label: "Fecha vinculación efectiva",
      required: isOneOf("outcome", "linked"),
      onlyWhen: isOneOf("outcome", "linked"),
      hint: "Solo cuando el resultado es Vinculado.",
      synonyms: ["Fecha vinculación", "F. vinc."],
    }),
    contract: text({
      label: "Contrato No.",
      max: 40,
      required: isOneOf("outcome", "linked"),
      onlyWhen: isOneOf("outcome", "linked"),
      hint: "Solo cuando el resultado es Vinculado.",
      synonyms: ["Contrato", "No. contrato"],
    }),
    nextStep: text({ label: "Próxima acción", max: 200, personal: "detail" }),
    nextOn: day({ label: "Fecha próxima", notBefore: "visitedOn", synonyms: ["F. próxima"] }),
    address: text({ label: "Dirección", max: 160, width: 28, personal: "detail" }),
    municipality: municipality({ label: "Municipio", synonyms: ["Ciudad"] }),
    contact: text({ label: "Contacto", max: 120, personal: "detail" }),
    mobile: phone({ label: "Celular", synonyms: ["Teléfono", "Tel", "Cel"], personal: "detail" }),
    notes: text({ label: "Observaciones", max: 1000, synonyms: ["Obs"], personal: "detail" }),
  },
  rules: [
    {
      on: "plannedOn",
      finding: { code: "undated", severity: "warning" },
      holds: (row) => row.plannedOn !== null || row.visitedOn !== null,
    },
  ],
  peers: [
    accountExists("customer"),
    {
      on: "customer",
      finding: { code: "already-linked", severity: "warning" },
      against: "customers",
      match: [["customer", "name"]],
      when: isOneOf("purpose", "linking"),
      expect: "none",
      tells: { day: "linkedOn" },
    },
    {
      on: "customer",
      finding: { code: "already-linked", severity: "warning" },
      against: "customers",
      match: [["customer", "account"]],
      when: isOneOf("purpose", "linking"),
      expect: "none",
      tells: { day: "linkedOn" },
    },
    {
      on: "customer",
      finding: { code: "colleague-visit", severity: "warning" },
      against: "visits",
      match: [["customer", "customer"]],
      within: { own: ["visitedOn", "plannedOn"], other: ["visitedOn"], most: colleagueDays },
      otherThan: ["advisor", "advisor"],
      expect: "none",
      tells: { person: "advisor", day: "visitedOn" },
    },
  ],
  names: ["customer"],
  period: ["visitedOn", "plannedOn"],
  access: {
    read: ["advisor", "director", "quality", "management"],
    write: ["advisor"],
    own: { column: "advisor", roles: ["advisor"], limits: ["read", "write"] },
  },
  examples: [
    {
      plannedOn: "2026-03-02",
      visitedOn: "2026-03-03",
      advisor: exampleAdvisor.id,
      customer: "Panadería El Trupillo",
      visitType: "potential",
      market: "regulated",
      purpose: "linking",
      outcome: "linked",
      linkedOn: "2026-03-06",
      contract: "CTO-2026-0101",
      municipality: "70001",
      mobile: "3005550101",
    },
    {
      plannedOn: "2026-03-04",
      advisor: exampleAdvisor.id,
      customer: "Hotel Brisa y Sol",
      visitType: "big",
      market: "unregulated",
      purpose: "gauging",
      nextStep: "Confirmar la hora del aforo",
    },
  ],
});
