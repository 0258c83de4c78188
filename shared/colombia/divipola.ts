import { normalise } from "../text/normalise.ts";

/**
 * Municipalities by DIVIPOLA code (DANE, División Político-Administrativa): the department of Sucre whole, its
 * neighbours where the company works, and the capitals of the departments.
 */
const places: readonly (readonly [string, string, string])[] = [
  ["70001", "Sincelejo", "Sucre"],
  ["70110", "Buenavista", "Sucre"],
  ["70124", "Caimito", "Sucre"],
  ["70204", "Colosó", "Sucre"],
  ["70215", "Corozal", "Sucre"],
  ["70221", "Coveñas", "Sucre"],
  ["70230", "Chalán", "Sucre"],
  ["70233", "El Roble", "Sucre"],
  ["70235", "Galeras", "Sucre"],
  ["70265", "Guaranda", "Sucre"],
  ["70400", "La Unión", "Sucre"],
  ["70418", "Los Palmitos", "Sucre"],
  ["70429", "Majagual", "Sucre"],
  ["70473", "Morroa", "Sucre"],
  ["70508", "Ovejas", "Sucre"],
  ["70523", "Palmito", "Sucre"],
  ["70670", "Sampués", "Sucre"],
  ["70678", "San Benito Abad", "Sucre"],
  ["70702", "San Juan de Betulia", "Sucre"],
  ["70708", "San Marcos", "Sucre"],
  ["70713", "San Onofre", "Sucre"],
  ["70717", "San Pedro", "Sucre"],
  ["70742", "San Luis de Sincé", "Sucre"],
  ["70771", "Sucre", "Sucre"],
  ["70820", "Santiago de Tolú", "Sucre"],
  ["70823", "Tolú Viejo", "Sucre"],
  ["05001", "Medellín", "Antioquia"],
  ["08001", "Barranquilla", "Atlántico"],
  ["11001", "Bogotá, D.C.", "Bogotá, D.C."],
  ["13001", "Cartagena de Indias", "Bolívar"],
  ["13244", "El Carmen de Bolívar", "Bolívar"],
  ["13430", "Magangué", "Bolívar"],
  ["15001", "Tunja", "Boyacá"],
  ["17001", "Manizales", "Caldas"],
  ["18001", "Florencia", "Caquetá"],
  ["19001", "Popayán", "Cauca"],
  ["20001", "Valledupar", "Cesar"],
  ["23001", "Montería", "Córdoba"],
  ["23182", "Chinú", "Córdoba"],
  ["23660", "Sahagún", "Córdoba"],
  ["27001", "Quibdó", "Chocó"],
  ["41001", "Neiva", "Huila"],
  ["44001", "Riohacha", "La Guajira"],
  ["47001", "Santa Marta", "Magdalena"],
  ["50001", "Villavicencio", "Meta"],
  ["52001", "Pasto", "Nariño"],
  ["54001", "San José de Cúcuta", "Norte de Santander"],
  ["63001", "Armenia", "Quindío"],
  ["66001", "Pereira", "Risaralda"],
  ["68001", "Bucaramanga", "Santander"],
  ["73001", "Ibagué", "Tolima"],
  ["76001", "Cali", "Valle del Cauca"],
  ["81001", "Arauca", "Arauca"],
  ["85001", "Yopal", "Casanare"],
  ["86001", "Mocoa", "Putumayo"],
  ["88001", "San Andrés", "Archipiélago de San Andrés"],
  ["91001", "Leticia", "Amazonas"],
  ["94001", "Inírida", "Guainía"],
  ["95001", "San José del Guaviare", "Guaviare"],
  ["97001", "Mitú", "Vaupés"],
  ["99001", "Puerto Carreño", "Vichada"],
];

/** Names in daily use that differ from the official ones. */
const dailyNames: readonly (readonly [string, string])[] = [
  ["Sincé", "70742"],
  ["Tolú", "70820"],
  ["Toluviejo", "70823"],
  ["San Antonio de Palmito", "70523"],
  ["Betulia", "70702"],
  ["Cartagena", "13001"],
  ["Cúcuta", "54001"],
  ["Bogotá", "11001"],
];

interface Municipality {
  readonly code: string;
  readonly name: string;
  readonly department: string;
}

/** The municipalities known, by code. */
export const municipalities: ReadonlyMap<string, Municipality> = new Map(
  places.map(([code, name, department]) => [code, { code, name, department }]),
);

const codesByName = indexNames();

/** The codes that a text may mean: a code, a name, or a name with its department in any usual punctuation. */
export function findMunicipality(text: string): readonly string[] {
  if (municipalities.has(text)) return [text];
  return codesByName.get(normalise(text)) ?? [];
}

/** How a municipality is written in a sheet: its name, with the department where the name alone is not enough. */
export function municipalityLabel(code: string): string {
  const place = municipalities.get(code);
  if (!place) return code;
  const alone = codesByName.get(normalise(place.name))?.length === 1;
  return alone ? place.name : `${place.name} (${place.department})`;
}

function indexNames(): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, readonly string[]>();
  const add = (name: string, code: string) => {
    const known = index.get(normalise(name)) ?? [];
    if (!known.includes(code)) index.set(normalise(name), [...known, code]);
  };
  const names = [...places.map(([code, name]) => [name, code] as const), ...dailyNames];
  for (const [name, code] of names) {
    add(name, code);
    add(`${name} ${municipalities.get(code)?.department ?? ""}`, code);
  }
  return index;
}
