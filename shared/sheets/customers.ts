import { isOneOf } from "../model/condition.ts";
import { businessRoles, type Role } from "../model/role.ts";
import { settled } from "../model/setting.ts";
import { defineSheet } from "../model/sheet.ts";
import { exampleAdvisor } from "./example-people.ts";
import { choice, yesNo } from "../model/kinds/choice.ts";
import { computed } from "../model/kinds/computed.ts";
import { email, phone } from "../model/kinds/contact.ts";
import { day } from "../model/kinds/day.ts";
import { documentNumber } from "../model/kinds/document.ts";
import { municipality } from "../model/kinds/municipality.ts";
import { count, decimal } from "../model/kinds/number.ts";
import { person } from "../model/kinds/reference.ts";
import { text } from "../model/kinds/text.ts";
import type { Row, Value } from "../model/value.ts";
import { bigProducerVolume } from "../settings/big-producer-volume.ts";
import { market } from "./common-columns.ts";

/** Who may see personal contact data (Ley 1581 de 2012: those whose work needs it). */
const personalData: readonly Role[] = ["director", "advisor", "quality", "management", "service", "legal"];

/** The users of the service, each with an account; their effective linking date is what the indicator counts. */
export const customers = defineSheet({
  id: "customers",
  label: "Usuarios",
  purpose: "Usuarios del servicio con su cuenta contrato y la fecha efectiva de su vinculación.",
  format: { code: "GV-FO-02", version: 1, date: "2026-11-24" },
  columns: {
    account: text({
      label: "Número de cuenta contrato",
      max: 30,
      required: true,
      synonyms: ["Cuenta", "Cuenta contrato", "No. cuenta"],
      personal: "account",
    }),
    documentType: choice({
      label: "Tipo documento",
      required: true,
      options: {
        CC: { label: "CC", synonyms: ["Cédula", "Cédula de ciudadanía", "C.C."] },
        NIT: { label: "NIT", synonyms: ["N.I.T."] },
        CE: { label: "CE", synonyms: ["Cédula de extranjería", "C.E."] },
        PPT: { label: "PPT", synonyms: ["Permiso por protección temporal"] },
        passport: { label: "Pasaporte", synonyms: ["PA", "PAS"] },
      },
    }),
    documentNumber: documentNumber({
      label: "Número documento",
      type: "documentType",
      required: true,
      read: personalData,
      synonyms: [
        "NIT",
        "Cédula",
        "Identificación",
        "No. documento",
        "No. identificación",
        "CC",
        "NIT o cédula",
      ],
      personal: "document",
    }),
    checkDigit: computed(count({ label: "DV", read: personalData }), checkDigitOf),
    name: text({
      label: "Nombre o razón social",
      max: 160,
      required: true,
      width: 34,
      synonyms: ["Nombre", "Razón social", "Usuario", "Cliente", "Suscriptor", "Nombre completo"],
      personal: "name",
    }),
    market: market({ required: true }),
    producer: choice({
      label: "Tipo de productor",
      required: true,
      options: {
        residential: "Residencial",
        small: { label: "Pequeño productor", synonyms: ["Pequeño"] },
        big: { label: "Gran productor", synonyms: ["Grande", "GP"] },
        multi: "Multiusuario",
      },
    }),
    volume: decimal({ label: "Volumen m³/mes", min: 0, synonyms: ["m3", "Volumen", "Aforo"] }),
    use: choice({
      label: "Uso",
      required: true,
      synonyms: ["Clase de uso", "Tipo de uso"],
      options: {
        residential: "Residencial",
        commercial: "Comercial",
        industrial: "Industrial",
        official: "Oficial",
      },
    }),
    stratum: count({
      label: "Estrato",
      min: 1,
      max: 6,
      onlyWhen: isOneOf("use", "residential"),
      hint: "De 1 a 6; solo uso residencial.",
    }),
    address: text({
      label: "Dirección",
      max: 160,
      required: true,
      read: personalData,
      width: 30,
      personal: "detail",
    }),
    district: text({ label: "Barrio", max: 80 }),
    municipality: municipality({ label: "Municipio", required: true, synonyms: ["Ciudad"] }),
    mobile: phone({
      label: "Celular",
      read: personalData,
      synonyms: ["Teléfono", "Tel", "Cel", "Móvil", "Teléfono celular"],
      personal: "detail",
    }),
    email: email({
      label: "Correo",
      read: personalData,
      synonyms: ["E-mail", "Correo electrónico", "Mail", "Email"],
      personal: "detail",
    }),
    advisor: person({
      label: "Asesor",
      roles: ["advisor"],
      synonyms: ["Vendedor", "Responsable", "Comercial", "Asesor comercial", "Ejecutivo"],
    }),
    linkedOn: day({
      questionFuture: true,
      label: "Fecha de vinculación efectiva",
      synonyms: ["Fecha vinculación", "F. vinc."],
    }),
    contract: text({ label: "Contrato No.", max: 40, synonyms: ["Contrato", "No. contrato"] }),
    consent: yesNo({
      label: "Autorización datos",
      required: true,
      synonyms: ["Habeas data", "Autoriza datos"],
    }),
    consentOn: day({ label: "Fecha autorización", notAfter: "today" }),
  },
  rules: [
    {
      on: "volume",
      finding: { code: "producer-volume", severity: "warning" },
      holds: ({ volume, producer }, { settings }) =>
        volume === null ||
        producer === null ||
        producer === "multi" ||
        volume > settled(bigProducerVolume, settings) === (producer === "big"),
    },
  ],
  keys: [["account"]],
  period: ["linkedOn"],
  access: {
    read: businessRoles,
    write: ["advisor", "director"],
    own: { column: "advisor", roles: ["advisor"], limits: ["write"] },
  },
  examples: [
    {
      account: "1004200",
      documentType: "NIT",
      documentNumber: "907303234-8",
      name: "Panadería El Trupillo S.A.S.",
      market: "regulated",
      producer: "small",
      volume: 0.4,
      use: "commercial",
      address: "Calle 20 No. 31-12",
      municipality: "70001",
      mobile: "3005550101",
      advisor: exampleAdvisor.id,
      linkedOn: "2026-03-06",
      contract: "CTO-2026-0101",
      consent: "yes",
      consentOn: "2026-03-06",
    },
    {
      account: "1004201",
      documentType: "CC",
      documentNumber: "64555123",
      name: "Rosa Díaz Ortega",
      market: "regulated",
      producer: "residential",
      use: "residential",
      stratum: 2,
      address: "Carrera 17 No. 21-60",
      municipality: "70215",
      consent: "no",
    },
  ],
});

/** The digit after the dash of a NIT; other documents have none. */
function checkDigitOf(row: Row): Value {
  const number = row["documentNumber"];
  return row["documentType"] === "NIT" && typeof number === "string" ? Number(number.slice(-1)) : null;
}
