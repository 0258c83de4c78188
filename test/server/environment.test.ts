import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readEnvironment } from "../../server/environment.ts";

describe("the settings", () => {
  test("have values of their own where nothing is set", () => {
    expect(readEnvironment({ PORT: "", HOME: "/x" })).toEqual({
      ok: true,
      environment: {
        port: 3000,
        host: undefined,
        folder: resolve(".data"),
        place: { folder: resolve(".data") },
        bucket: undefined,
        secret: undefined,
        origins: [],
        proxies: 0,
        company: "Empresa de aseo",
        certificate: undefined,
        entra: undefined,
        mail: undefined,
        asksCode: false,
        logLevel: "info",
      },
    });
  });

  test("name a remote database, origins and a certificate", () => {
    const read = readEnvironment({
      VAD_DATABASE_URL: "libsql://ventas.turso.example",
      VAD_DATABASE_TOKEN: "t",
      VAD_ORIGINS: "https://a.example, https://b.example:8443",
      VAD_PROXIES: "2",
      VAD_TLS_CERT: "c.crt",
      VAD_TLS_KEY: "c.key",
    });
    expect(read).toMatchObject({
      environment: {
        place: {
          folder: resolve(".data"),
          server: { url: "libsql://ventas.turso.example", token: "t" },
        },
        origins: ["https://a.example", "https://b.example:8443"],
        proxies: 2,
        certificate: { certFile: "c.crt", keyFile: "c.key" },
      },
    });
  });

  test("name one directory of Microsoft by its id, and the application in it", () => {
    const tenant = "6F1A3B52-8C1D-4E8A-9F1B-0A2B3C4D5E6F";
    const client = "0c9b8a76-5f4e-4d3c-8b2a-190817263544";
    expect(readEnvironment({ VAD_ENTRA_TENANT: tenant, VAD_ENTRA_CLIENT: client })).toMatchObject({
      environment: {
        entra: { tenant: tenant.toLowerCase(), client, authority: "https://login.microsoftonline.com" },
      },
    });
    for (const name of ["common", "organizations", "aseo.onmicrosoft.com"])
      expect(readEnvironment({ VAD_ENTRA_TENANT: name, VAD_ENTRA_CLIENT: client }).ok).toBe(false);
    expect(readEnvironment({ VAD_ENTRA_TENANT: tenant }).ok).toBe(false);
    expect(readEnvironment({ VAD_ENTRA_CLIENT: client }).ok).toBe(false);
  });

  test("name a bucket for photos and documents", () => {
    const read = readEnvironment({
      VAD_S3_URL: "https://s3.ejemplo.co/ventas/",
      VAD_S3_KEY: "k",
      VAD_S3_SECRET: "s",
    });
    const bucket = { url: "https://s3.ejemplo.co/ventas", region: "us-east-1", key: "k", secret: "s" };
    expect(read).toMatchObject({ environment: { bucket } });
  });

  test.each([
    [{ PORT: "0" }, "PORT"],
    [{ PORT: "abc" }, "PORT"],
    [{ VAD_SECRET: "corto" }, "VAD_SECRET"],
    [{ VAD_S3_URL: "https://s3.ejemplo.co", VAD_S3_KEY: "k", VAD_S3_SECRET: "s" }, "VAD_S3_URL"],
    [{ VAD_S3_URL: "https://s3.ejemplo.co/ventas", VAD_S3_SECRET: "s" }, "VAD_S3_KEY"],
    [{ VAD_S3_URL: "https://s3.ejemplo.co/ventas", VAD_S3_KEY: "k" }, "VAD_S3_SECRET"],
    [{ VAD_ORIGINS: "https://a.example/" }, "VAD_ORIGINS"],
    [{ VAD_ORIGINS: "*" }, "VAD_ORIGINS"],
    [{ VAD_PROXIES: "-1" }, "VAD_PROXIES"],
    [{ VAD_PROXIES: "nginx" }, "VAD_PROXIES"],
    [{ VAD_DATABASE_URL: "postgres://x" }, "VAD_DATABASE_URL"],
    [{ VAD_TLS_CERT: "c.crt" }, "VAD_TLS_KEY"],
    [{ VAD_LOG: "todo" }, "VAD_LOG"],
  ])("that are wrong are named, each with what it should be: %j", (variables, name) => {
    const read = readEnvironment(variables);
    expect(read).toMatchObject({
      ok: false,
      mistakes: [expect.stringMatching(new RegExp(`^${name} debe ser .+\\.$`))],
    });
  });
});
