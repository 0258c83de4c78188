import { resolve } from "node:path";
import { z } from "zod";
import type { S3Place } from "./attachments/s3-store.ts";
import type { Place } from "./db/open-database.ts";

/** Everything that whoever installs the service may set. */
export interface Environment {
  readonly port: number;
  readonly host: string | undefined;
  /** The folder of the secret and of the database file, or of the note about the database on a server. */
  readonly folder: string;
  readonly place: Place;
  /** The bucket of the photos and documents; without it they lie in a folder beside the database. */
  readonly bucket: S3Place | undefined;
  readonly secret: string | undefined;
  readonly origins: readonly string[];
  /** Proxies in front of the service whose `X-Forwarded-For` is taken. */
  readonly proxies: number;
  readonly company: string;
  readonly certificate: { readonly certFile: string; readonly keyFile: string } | undefined;
  readonly logLevel: string;
}

const origin = z
  .string()
  .refine((text) => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text);

const schema = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
    VAD_HOST: z.string().min(1).optional(),
    VAD_DATA: z.string().min(1).default(".data"),
    VAD_DATABASE_URL: z.url({ protocol: /^(libsql|https?|wss?)$/ }).optional(),
    VAD_DATABASE_TOKEN: z.string().min(1).optional(),
    VAD_S3_URL: z
      .url({ protocol: /^https?$/ })
      .refine((text) => URL.canParse(text) && /^\/[^/]+\/?$/.test(new URL(text).pathname))
      .optional(),
    VAD_S3_REGION: z.string().min(1).default("us-east-1"),
    VAD_S3_KEY: z.string().min(1).optional(),
    VAD_S3_SECRET: z.string().min(1).optional(),
    VAD_SECRET: z.string().min(32).optional(),
    VAD_ORIGINS: z
      .string()
      .default("")
      .transform((text) => text.split(",").flatMap((one) => (one.trim() === "" ? [] : [one.trim()])))
      .pipe(z.array(origin)),
    VAD_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
    VAD_COMPANY: z.string().min(1).max(120).default("Empresa de aseo"),
    VAD_TLS_CERT: z.string().min(1).optional(),
    VAD_TLS_KEY: z.string().min(1).optional(),
    VAD_LOG: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  })
  .refine((one) => (one.VAD_TLS_CERT === undefined) === (one.VAD_TLS_KEY === undefined), {
    path: ["VAD_TLS_KEY"],
  })
  .refine((one) => one.VAD_S3_URL === undefined || one.VAD_S3_KEY !== undefined, { path: ["VAD_S3_KEY"] })
  .refine((one) => one.VAD_S3_URL === undefined || one.VAD_S3_SECRET !== undefined, {
    path: ["VAD_S3_SECRET"],
  });

/** What each setting may be, for the sentence that refuses it. */
const expected: Readonly<Record<keyof z.infer<typeof schema>, string>> = {
  PORT: "un número de puerto entre 1 y 65535",
  VAD_HOST: "la dirección en la que escucha el servicio",
  VAD_DATA: "una carpeta",
  VAD_DATABASE_URL: "una dirección libsql:, https: o wss:",
  VAD_DATABASE_TOKEN: "el token de esa base de datos",
  VAD_S3_URL: "la dirección del almacén con su contenedor, como https://s3.ejemplo.co/ventas",
  VAD_S3_REGION: "la región de ese almacén",
  VAD_S3_KEY: "el identificador de la llave de VAD_S3_URL",
  VAD_S3_SECRET: "la llave secreta de VAD_S3_URL",
  VAD_SECRET: "un texto secreto de 32 caracteres o más",
  VAD_ORIGINS: "orígenes separados por comas, como https://ventas.ejemplo.co, sin barra al final",
  VAD_PROXIES: "cuántos proxies propios hay delante del servicio, de 0 a 9",
  VAD_COMPANY: "el nombre de la empresa",
  VAD_TLS_CERT: "la ruta del certificado, junto con VAD_TLS_KEY",
  VAD_TLS_KEY: "la ruta de la llave, junto con VAD_TLS_CERT",
  VAD_LOG: "debug, info, warn, error o silent",
};

export type ReadEnvironment =
  | { readonly ok: true; readonly environment: Environment }
  /** Spanish sentences, one a mistake. */
  | { readonly ok: false; readonly mistakes: readonly string[] };

/** Reads the settings. This is the only place that does. */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): ReadEnvironment {
  const filled = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(filled);
  if (parsed.success) return { ok: true, environment: environmentOf(parsed.data) };
  const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  return { ok: false, mistakes: [...names].map((name) => `${name} debe ser ${expectedOf(name)}.`) };
}

function environmentOf(one: z.infer<typeof schema>): Environment {
  const folder = resolve(one.VAD_DATA);
  const place = one.VAD_DATABASE_URL
    ? { folder, server: { url: one.VAD_DATABASE_URL, token: one.VAD_DATABASE_TOKEN } }
    : { folder };
  const certificate =
    one.VAD_TLS_CERT !== undefined && one.VAD_TLS_KEY !== undefined
      ? { certFile: one.VAD_TLS_CERT, keyFile: one.VAD_TLS_KEY }
      : undefined;
  return {
    port: one.PORT,
    host: one.VAD_HOST,
    folder,
    place,
    bucket: bucketOf(one),
    secret: one.VAD_SECRET,
    origins: one.VAD_ORIGINS,
    proxies: one.VAD_PROXIES,
    company: one.VAD_COMPANY,
    certificate,
    logLevel: one.VAD_LOG,
  };
}

function bucketOf(one: z.infer<typeof schema>): S3Place | undefined {
  const { VAD_S3_URL: url, VAD_S3_KEY: key, VAD_S3_SECRET: secret, VAD_S3_REGION: region } = one;
  if (url === undefined || key === undefined || secret === undefined) return undefined;
  return { url: url.replace(/\/$/, ""), region, key, secret };
}

function expectedOf(name: string): string {
  return Object.entries(expected).find(([key]) => key === name)?.[1] ?? "otra cosa";
}
