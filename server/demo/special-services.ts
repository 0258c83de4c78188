/** What the company sells beside the regulated service. */
export const specialServices = [
  "Recolección especial",
  "Disposición de escombros",
  "Barrido de áreas privadas",
  "Corte de césped y poda",
  "Lavado de áreas comunes",
  "Residuos voluminosos",
] as const;
