import { nitCheckDigit } from "../../shared/colombia/document.ts";
import type { Random } from "./random.ts";

const firstNames = [
  "Greys",
  "Maribel",
  "Liceth",
  "Yamile",
  "Dayana",
  "Eneida",
  "Ledis",
  "Nohora",
  "Candelaria",
  "Adalgiza",
  "Jairo",
  "Ever",
  "Manuel",
  "Rafael",
  "Luis Alfonso",
  "Edinson",
  "Tulio",
  "Wadith",
  "Argemiro",
  "Nelson",
] as const;

const surnames = [
  "Monterroza",
  "Pineda",
  "Vergara",
  "Arrieta",
  "Contreras",
  "Oviedo",
  "Salgado",
  "Támara",
  "Buelvas",
  "Ruz",
  "Mercado",
  "Olivera",
  "Peñate",
  "Urzola",
  "Paternina",
  "Barboza",
  "Acosta",
  "Meriño",
  "Caldera",
  "Hoyos",
] as const;

const businesses = [
  "Droguería",
  "Ferretería",
  "Granero",
  "Taller",
  "Heladería",
  "Panadería",
  "Autolavado",
  "Colegio",
  "Papelería",
  "Restaurante",
  "Miscelánea",
  "Lavandería",
  "Gimnasio",
  "Hotel",
] as const;

const bigBusinesses = [
  "Supermercado",
  "Clínica",
  "Lácteos",
  "Centro Comercial",
  "Estación de Servicio",
  "Arrocera",
  "Frigorífico",
  "Embotelladora",
  "Central de Abastos",
  "Maderas",
  "Avícola",
] as const;

const fancies = [
  "El Tornillo Feliz",
  "La Totuma Azul",
  "La Mojarra Contenta",
  "El Pilón de Oro",
  "Sabana Nueva",
  "Brisa y Sol",
  "Tres Guayacanes",
  "La Hamaca",
  "El Suero",
  "Marea Lila",
  "Campo Florecido",
  "El Porro Alegre",
  "La Ñeca",
  "El Sombrero Vueltiao Grande",
  "Santa Brígida",
  "Villa Clarita",
  "El Bollo Limpio",
  "La Tinaja",
  "Los Cocuyos",
  "El Mango Biche",
  "La Guartinaja",
  "El Turpial Cantor",
  "Doña Chepa",
  "La Champeta Verde",
  "El Fandango",
] as const;

const forms = ["S.A.S.", "Ltda.", "S.A.S.", "y Cía.", "E.U."] as const;

export type DocumentType = "CC" | "NIT" | "CE" | "PPT";

export const inventPersonName = (random: Random): string =>
  `${random.pick(firstNames)} ${random.pick(surnames)} ${random.pick(surnames)}`;

export function inventBusinessName(random: Random, size: "small" | "big"): string {
  const kind = random.pick(size === "big" ? bigBusinesses : businesses);
  return `${kind} ${random.pick(fancies)} ${random.pick(forms)}`;
}

/** A number that no register has given out: NITs of 905–909 million, cédulas from 1,900 million. */
export function inventDocument(random: Random, type: DocumentType): string {
  if (type === "CC") return `19${random.digits(8)}`;
  if (type !== "NIT") return `${random.whole(5, 9)}${random.digits(6)}`;
  const number = `90${random.whole(5, 9)}${random.digits(6)}`;
  return `${number}-${nitCheckDigit(number)}`;
}

/** A mobile number with 555 where no operator's range has it. */
export const inventMobile = (random: Random): string =>
  `3${random.pick(["00", "01", "10", "12", "14", "15", "18", "20", "21", "23"])}555${random.digits(4)}`;

/** An address of the domain that is reserved for examples. */
export function inventEmail(name: string): string {
  const words = name
    .normalize("NFD")
    .replace(/[^A-Za-z ]/gu, "")
    .toLowerCase()
    .split(" ")
    .filter((word) => word.length > 2);
  return `${words.slice(0, 3).join(".")}@correo.example`;
}
