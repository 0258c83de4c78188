import { createDirectory } from "../../shared/model/directory.ts";
import type { Context } from "../../shared/model/kind.ts";

/** People and a day for tests of definitions. */
export const testContext: Context = {
  today: "2026-11-24",
  people: createDirectory([
    { id: "p-ana", name: "Ana Lucía Mercado", role: "advisor" },
    { id: "p-dairo", name: "Dairo Benítez Buelvas", role: "advisor" },
    { id: "p-rosa", name: "Rosa Támara", role: "director" },
  ]),
  date1904: false,
};
