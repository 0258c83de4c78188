import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { phonesIn, readPhone } from "../../../shared/colombia/phone.ts";

const phone = "3001234567";

describe("telephone numbers", () => {
  it.each([
    "3001234567",
    "300 123 45 67",
    "+57 300-123-4567",
    "57 3001234567",
    "(300) 123 4567",
    "(+57) 300-1234567",
    "0057 300 1234567",
    "Cel. 300 123 4567",
    "WhatsApp: 3001234567",
  ])("reads %s", (typed) => {
    expect(readPhone(typed)).toEqual({ phone });
  });

  it("knows fixed lines by their area", () => {
    expect(readPhone("605 2821234")).toEqual({ phone: "6052821234" });
    expect(readPhone("6032821234")).toBeUndefined();
    expect(readPhone("2821234")).toBeUndefined();
    expect(readPhone("300123456x")).toBeUndefined();
  });

  it.each([
    "3001234567 / 3105556666",
    "300 123 4567 - 310 555 6666",
    "3001234567; 282 1234",
    "3001234567 y 3105556666",
    "3001234567 3105556666",
    "+57 300 123 4567, 310 555 6666",
  ])("takes the first of two in %s and says so", (typed) => {
    expect(readPhone(typed)).toEqual({ phone, beside: "second-phone" });
  });

  it.each(["3001234567 ext. 12", "300 123 4567 (Ext 204)", "3001234567 extensión 5"])(
    "leaves out the extension of %s and says so",
    (typed) => {
      expect(readPhone(typed)).toEqual({ phone, beside: "extension" });
    },
  );

  it.each([
    "",
    "282 1234 / 3001234567",
    "no tiene",
    "3001234567 Carlos",
    "3".repeat(5000),
    "3001234567 / no",
  ])("refuses “%s”", (typed) => {
    expect(readPhone(typed)).toBeUndefined();
  });

  it("finds the numbers in a text for whoever is asked", () => {
    expect(phonesIn("282 1234 / 3001234567")).toEqual([phone]);
    expect(phonesIn("3001234567 Carlos")).toEqual([phone]);
    expect(phonesIn("nadie")).toEqual([]);
  });

  it("reads its own writing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 3_000_000_000, max: 3_999_999_999 }), (number) => {
        expect(readPhone(String(number))).toEqual({ phone: String(number) });
      }),
    );
  });
});
