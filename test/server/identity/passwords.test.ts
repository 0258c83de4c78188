import { createClient } from "@libsql/client";
import { hashPassword as hashOlder } from "better-auth/crypto";
import { describe, expect, test } from "vitest";
import { createPasswords, usualCost } from "../../../server/identity/passwords.ts";
import { weaknessOf } from "../../../server/identity/weak-password.ts";
import { databaseOf } from "../support/runs.ts";
import { startCompany } from "../support/company.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { enter } from "./entering.ts";

const cheap = { logN: 4, r: 8, p: 1 };

describe("a password", () => {
  test("is kept by no less work than OWASP asks of scrypt: 32 MiB, three times over", () => {
    expect(128 * 2 ** usualCost.logN * usualCost.r).toBeGreaterThanOrEqual(32 * 2 ** 20);
    expect(usualCost.p).toBeGreaterThanOrEqual(3);
  });

  test("is the same however its letters are composed, and different from every other", async () => {
    const passwords = createPasswords(cheap);
    const hash = await passwords.hash("contraseña larga");
    expect(await passwords.isRight("contraseña larga".normalize("NFD"), hash)).toBe(true);
    expect(await passwords.isRight("contrasena larga", hash)).toBe(false);
    expect(await passwords.isRight("contraseña larga", null)).toBe(false);
    expect(await passwords.hash("contraseña larga")).not.toBe(hash);
  });

  test("that the library of accounts hashed opens still, and is outdated", async () => {
    const passwords = createPasswords(cheap);
    const older = await hashOlder("contraseña larga");
    expect(await passwords.isRight("contraseña larga", older)).toBe(true);
    expect(await passwords.isRight("otra", older)).toBe(false);
    expect([passwords.isOutdated(older), passwords.isOutdated(await passwords.hash("x"))]).toEqual([
      true,
      false,
    ]);
  });

  test("is hashed anew at the next sign-in once the work has changed", async () => {
    const folder = temporaryFolder();
    const hashes: unknown[] = [];
    for (const logN of [4, 5]) {
      const company = await startCompany({ folder, passwordCost: { ...cheap, logN } });
      await company.service.people.create({
        name: "Ana Asesora",
        email: "ana@aseo.example",
        role: "advisor",
        password: "una-clave-larga",
      });
      await enter(company, "ana@aseo.example");
      await company.stop();
      const client = createClient({ url: `file:${databaseOf(folder)}` });
      const { rows } = await client.execute("SELECT password FROM identity_account");
      client.close();
      hashes.push(...rows.map(({ password }) => password));
    }
    expect(hashes).toEqual([
      expect.stringMatching(/^\$scrypt\$ln=4,r=8,p=1\$/),
      expect.stringMatching(/^\$scrypt\$ln=5,r=8,p=1\$/),
    ]);
  });
});

describe("a new password", () => {
  const weakness = (password: string) =>
    weaknessOf(password, ["Ana Gómez", "agomez@aseo.example", "Aseo Sabana"]);

  test.each([
    "1234567890",
    "qwertyuiop",
    "aaaaaaaaaaaa",
    "contraseña2026",
    "P@ssw0rd1234",
    "Colombia2026*",
    "Lunes2026!!",
    "AnaGomez2026",
    "aseosabana123",
    "password password".replace(" ", ""),
    "fedcba9876543210",
  ])("that is soon guessed is not taken: %s", async (password) => {
    expect(await weakness(password)).toBe("guessable");
  });

  test.each(["tres gatos en el tejado", "una-clave-larga", "Kx93!mfpqz", "ña ñe ñi ño ñu 5"])(
    "that is not is taken, with or without signs and digits: %s",
    async (password) => expect(await weakness(password)).toBeUndefined(),
  );

  test("has ten characters or more, and no more than one can sign in with", async () => {
    expect([await weakness("Kx93!mfpq"), await weakness("xk".repeat(65))]).toEqual(["short", "long"]);
    expect(await weakness("k!Xv94".repeat(21))).toBe(undefined);
  });
});
