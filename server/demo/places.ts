import type { Random } from "./random.ts";

/** Where the company works: four municipalities of Sucre (DIVIPOLA) and districts invented for them. */
const districtsByMunicipality = {
  "70001": [
    "Los Matarratones",
    "Villa Totumo",
    "La Ceiba Alta",
    "El Bongo",
    "Sabana Clara",
    "Las Trinitarias",
  ],
  "70215": ["El Trapiche", "Campo Florecido", "La Cabuya", "Los Almendros"],
  "70670": ["La Palma Vieja", "Brisas del Sombrero", "El Telar"],
  "70508": ["La Gaita", "Monte Sereno", "Las Marías Bonitas"],
} as const;

/** How much of the work lies in each. */
const weights = { "70001": 58, "70215": 20, "70670": 13, "70508": 9 } as const;

export interface DemoPlace {
  readonly municipality: string;
  readonly district: string;
  readonly address: string;
}

export function inventPlace(random: Random): DemoPlace {
  const municipality = random.weighted(weights);
  return {
    municipality,
    district: random.pick(districtsByMunicipality[municipality]),
    address: inventAddress(random),
  };
}

function inventAddress(random: Random): string {
  const way = random.pick(["Calle", "Carrera", "Transversal", "Diagonal"]);
  const number = `${random.whole(3, 48)}${random.chance(0.15) ? "A" : ""}`;
  const local = random.chance(0.12) ? ` Local ${random.whole(1, 9)}` : "";
  return `${way} ${number} # ${random.whole(5, 42)}-${random.whole(3, 88)}${local}`;
}
