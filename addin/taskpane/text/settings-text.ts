import type { SettingUnit } from "../../../shared/model/setting.ts";

const number = new Intl.NumberFormat("es-CO", { maximumFractionDigits: 2 });

const units: Readonly<Record<SettingUnit, { readonly name: string; readonly short: string }>> = {
  percent: { name: "por ciento", short: "%" },
  days: { name: "días", short: "días" },
  "cubic-metres": { name: "metros cúbicos al mes", short: "m³ al mes" },
};

/** What the administrator reads about the numbers that the company goes by. */
export const settingsText = {
  title: "Ajustes",
  intro: "Los números con los que se avisa y se califica en toda la empresa.",
  unit: (unit: SettingUnit) => units[unit].short,
  unitName: (unit: SettingUnit) => units[unit].name,
  amount: (value: number, unit: SettingUnit) => `${number.format(value)}\u00a0${units[unit].short}`,
  number: (value: number) => number.format(value),
  change: "Cambiar",
  changeOf: (label: string) => `Cambiar ${label}`,
  value: "Nuevo valor",
  reason: "Motivo del cambio",
  save: "Guardar",
  cancel: "Cancelar",
  between: (min: number, max: number) =>
    `Escriba un número entre ${number.format(min)} y ${number.format(max)}.`,
  whole: "Escriba un número entero.",
  same: "Ya está en ese valor.",
  unchanged: "Es el valor inicial",
  by: (who: string) => `Lo cambió ${who}`,
  earlier: (count: number) =>
    count === 1 ? "1 cambio anterior" : `${number.format(count)} cambios anteriores`,
  hide: "Ocultar los anteriores",
  stale: "Otra persona lo acaba de cambiar. Así está ahora; si aún hace falta, cámbielo de nuevo.",
} as const;
