import { resolve } from "node:path";
import { z } from "zod";
import type { S3Place } from "./attachments/s3-store.ts";
import type { Place } from "./db/open-database.ts";
import type { MailSettings } from "./identity/mail.ts";
import { publicCloud, type EntraSettings } from "./identity/entra/entra-settings.ts";

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
  /** The mail server; without one the administrator hands invitations over. */
  readonly mail: MailSettings | undefined;
  /** Signing in by password asks for a code by e-mail too. */
  readonly asksCode: boolean;
  readonly origins: readonly string[];
  /** Proxies in front of the service whose `X-Forwarded-For` is taken. */
  readonly proxies: number;
  readonly company: string;
  readonly certificate: { readonly certFile: string; readonly keyFile: string } | undefined;
  /** The company's directory at Microsoft, where people may sign in by it. */
  readonly entra: EntraSettings | undefined;
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
    VAD_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    VAD_MAIL_FROM: z.string().min(3).max(200).includes("@").optional(),
    VAD_SIGN_IN_CODE: z.enum(["never", "always"]).default("never"),
    VAD_ORIGINS: z
      .string()
      .default("")
      .transform((text) => text.split(",").flatMap((one) => (one.trim() === "" ? [] : [one.trim()])))
      .pipe(z.array(origin)),
    VAD_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
    VAD_ENTRA_TENANT: z.uuid().toLowerCase().optional(),
    VAD_ENTRA_CLIENT: z.uuid().toLowerCase().optional(),
    VAD_ENTRA_AUTHORITY: origin.default(publicCloud),
    VAD_COMPANY: z.string().min(1).max(120).default("Empresa de aseo"),
    VAD_TLS_CERT: z.string().min(1).optional(),
    VAD_TLS_KEY: z.string().min(1).optional(),
    VAD_LOG: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  })
  .refine((one) => (one.VAD_TLS_CERT === undefined) === (one.VAD_TLS_KEY === undefined), {
    path: ["VAD_TLS_KEY"],
  })
  .refine((one) => (one.VAD_ENTRA_TENANT === undefined) === (one.VAD_ENTRA_CLIENT === undefined), {
    path: ["VAD_ENTRA_CLIENT"],
  })
  .refine((one) => (one.VAD_SMTP_URL === undefined) === (one.VAD_MAIL_FROM === undefined), {
    path: ["VAD_MAIL_FROM"],
  })
  .refine((one) => one.VAD_SIGN_IN_CODE === "never" || one.VAD_SMTP_URL !== undefined, {
    path: ["VAD_SMTP_URL"],
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
  VAD_SMTP_URL: "el servidor de correo, como smtps://usuario:clave@correo.ejemplo.co",
  VAD_MAIL_FROM: "quién envía los correos, como Ventas al Día <ventas@ejemplo.co>, junto con VAD_SMTP_URL",
  VAD_SIGN_IN_CODE: "never o always",
  VAD_ORIGINS: "orígenes separados por comas, como https://ventas.ejemplo.co, sin barra al final",
  VAD_PROXIES: "cuántos proxies propios hay delante del servicio, de 0 a 9",
  VAD_ENTRA_TENANT: "el identificador (GUID) del directorio de la empresa en Microsoft Entra",
  VAD_ENTRA_CLIENT: "el identificador (GUID) de la aplicación registrada allí, junto con VAD_ENTRA_TENANT",
  VAD_ENTRA_AUTHORITY: "el origen donde esa nube inicia sesión, como https://login.microsoftonline.com",
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
    mail: mailOf(one),
    asksCode: one.VAD_SIGN_IN_CODE === "always",
    origins: one.VAD_ORIGINS,
    proxies: one.VAD_PROXIES,
    company: one.VAD_COMPANY,
    certificate,
    entra: entraOf(one),
    logLevel: one.VAD_LOG,
  };
}

function entraOf(one: z.infer<typeof schema>): EntraSettings | undefined {
  const { VAD_ENTRA_TENANT: tenant, VAD_ENTRA_CLIENT: client, VAD_ENTRA_AUTHORITY: authority } = one;
  return tenant === undefined || client === undefined ? undefined : { tenant, client, authority };
}

function mailOf({
  VAD_SMTP_URL: url,
  VAD_MAIL_FROM: from,
}: z.infer<typeof schema>): MailSettings | undefined {
  return url === undefined || from === undefined ? undefined : { url, from };
}

function bucketOf(one: z.infer<typeof schema>): S3Place | undefined {
  const { VAD_S3_URL: url, VAD_S3_KEY: key, VAD_S3_SECRET: secret, VAD_S3_REGION: region } = one;
  if (url === undefined || key === undefined || secret === undefined) return undefined;
  return { url: url.replace(/\/$/, ""), region, key, secret };
}

function expectedOf(name: string): string {
  return Object.entries(expected).find(([key]) => key === name)?.[1] ?? "otra cosa";
}
