import type { ShownSetting } from "../../../../addin/sync/settings-session.ts";
import { settings } from "../../../../shared/settings/registry.ts";

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

const changes: Readonly<Record<string, ShownSetting["changes"]>> = {
  nearThreshold: [
    {
      version: 2,
      value: 85,
      by: "Olga Patricia Mendoza",
      at: daysAgo(3),
      reason: "Acta 14 del comité de ventas: el primer semestre se califica desde 85",
    },
    { version: 1, value: 88, by: "Olga Patricia Mendoza", at: daysAgo(120), reason: "Prueba del comité" },
  ],
};

/** Every setting, one of them changed twice. */
export const changedSettings: readonly ShownSetting[] = settings.map(({ id, initial }) => ({
  id,
  value: changes[id]?.[0]?.value ?? initial,
  changes: changes[id] ?? [],
}));
