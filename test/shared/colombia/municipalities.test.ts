import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMunicipality, municipalities, municipalityLabel } from "../../../shared/colombia/divipola.ts";
import { readCell } from "../../../shared/model/read-row.ts";
import { municipality } from "../../../shared/model/kinds/municipality.ts";
import { testContext } from "../context.ts";

const all = [...municipalities.values()];
const column = municipality({ label: "Municipio" });

/** Municipalities, islands and areas of each department: DANE, DIVIPOLA as of July 2026. */
const counts: Readonly<Record<string, number>> = {
  "05": 125,
  "08": 23,
  "11": 1,
  "13": 46,
  "15": 123,
  "17": 27,
  "18": 16,
  "19": 42,
  "20": 25,
  "23": 30,
  "25": 116,
  "27": 31,
  "41": 37,
  "44": 15,
  "47": 30,
  "50": 29,
  "52": 64,
  "54": 40,
  "63": 12,
  "66": 14,
  "68": 87,
  "70": 26,
  "73": 47,
  "76": 42,
  "81": 7,
  "85": 19,
  "86": 13,
  "88": 2,
  "91": 11,
  "94": 8,
  "95": 4,
  "97": 6,
  "99": 4,
};

describe("municipalities", () => {
  it("are all 1,122 of DIVIPOLA, with five digits, by department", () => {
    const found: Record<string, number> = {};
    for (const { code } of all) {
      expect(code).toMatch(/^\d{5}$/);
      const department = code.slice(0, 2);
      found[department] = (found[department] ?? 0) + 1;
    }
    expect(found).toEqual(counts);
    expect(municipalities.size).toBe(1_122);
  });

  it("are found by the label that is written and by their code", () => {
    for (const { code } of all) {
      expect(findMunicipality(municipalityLabel(code))).toEqual([code]);
      expect(findMunicipality(code)).toEqual([code]);
    }
  });

  it("are found with their department in any order, case, accents and punctuation", () => {
    const punctuation = fc.constantFrom(" - ", ", ", " (", " – ", "/", "  ");
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        punctuation,
        fc.boolean(),
        fc.boolean(),
        (place, sign, turned, bare) => {
          const parts = turned ? [place.department, place.name] : [place.name, place.department];
          const typed = parts.join(sign);
          const said = bare ? typed.normalize("NFD").replace(/\p{Mn}/gu, "") : typed.toUpperCase();
          expect(findMunicipality(said)).toEqual([place.code]);
        },
      ),
    );
  });

  it.each([
    ["SINCELEJO – SUCRE", "70001"],
    ["Sincelejo (Suc.)", "70001"],
    ["70001 - Sincelejo", "70001"],
    ["Municipio de Corozal", "70215"],
    ["Sincelejo, Sucre, Colombia", "70001"],
    ["Tolú Viejo", "70823"],
    ["Toluviejo", "70823"],
    ["Tolú", "70820"],
    ["Sincé", "70742"],
    ["Cartagena", "13001"],
    ["B/quilla", "08001"],
    ["Sta. Marta", "47001"],
    ["Cúcuta (N. de S.)", "54001"],
    ["Bogotá D.C., Cundinamarca", "11001"],
    ["Colombia", "41206"],
    ["San Pedro (Valle)", "76670"],
    ["Sucre, Sucre", "70771"],
    ["Buenavista - Córdoba", "23079"],
  ])("are found by «%s»", (typed, code) => {
    expect(findMunicipality(typed)).toEqual([code]);
  });

  it.each(["San Pedro", "La Unión", "Buenavista", "Sucre", "Betulia"])(
    "are never chosen where several are called «%s»: those of the company's department are offered first",
    (typed) => {
      const found = findMunicipality(typed);
      expect(found.length).toBeGreaterThan(1);
      expect(readCell(column, typed, testContext, {})).toMatchObject({
        ok: false,
        finding: { code: "ambiguous-municipality" },
      });
      expect(column.kind.suggest?.(typed, testContext)).toEqual(found.slice(0, 3).map(municipalityLabel));
    },
  );

  it.each(["Macondo", "Sincelejo, Bolívar", "Vda. Las Peñitas", "x".repeat(5000)])(
    "are none for “%s”",
    (typed) => {
      expect(findMunicipality(typed)).toEqual([]);
    },
  );

  it("are suggested, not taken, where the name is misspelt", () => {
    for (const [typed, label] of [
      ["Corosal", "Corozal"],
      ["Sampuez", "Sampués"],
      ["Sincelejo (Sucr)", "Sincelejo"],
      ["Sincelej", "Sincelejo"],
    ] as const) {
      expect(findMunicipality(typed)).toEqual([]);
      expect(column.kind.suggest?.(typed, testContext)[0]).toBe(label);
    }
  });

  it("are read from a code that lost its zero, and that is said", () => {
    for (const typed of [5001, "5001"])
      expect(readCell(column, typed, testContext, {})).toMatchObject({
        value: "05001",
        warning: { code: "lost-leading-zero" },
      });
  });
});
