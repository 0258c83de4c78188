import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline/promises";
import { roleLabels, roleSchema, roles } from "../shared/model/role.ts";
import { StartFailure } from "./db/failures.ts";
import { readEnvironment } from "./environment.ts";
import type { ChangedPassword, CreatedPerson, People } from "./identity/people.ts";
import { keptSecret } from "./identity/secret.ts";
import { createService } from "./service.ts";

/** `npm run people`: the accounts of the company, kept by whoever runs the service while it is stopped. */
const usage = `Uso:
  npm run people -- list
  npm run people -- create NOMBRE CORREO ROL      (ROL: ${roles.join(", ")})
  npm run people -- password CORREO
Las claves se escriben cuando se pidan; con una línea vacía se inventa una y se muestra esta única vez.
`;

type Mistake = Extract<CreatedPerson | ChangedPassword, { readonly ok: false }>["code"];

const sentences: Readonly<Record<Mistake, string>> = {
  "bad-password": "La clave debe tener de 10 a 128 caracteres.",
  "no-account": "No hay una cuenta con ese correo.",
  "email-taken": "Ya hay una cuenta con ese correo.",
  "name-taken": "Ya hay una persona con ese nombre; escriba uno que la distinga.",
  invalid:
    "El nombre necesita 3 letras o más, el correo debe ser válido y la clave tener de 10 a 128 caracteres.",
};

await main();

async function main(): Promise<void> {
  const read = readEnvironment();
  if (!read.ok) return fail(read.mistakes.join("\n"));
  const { place, company, secret, folder } = read.environment;
  try {
    const service = await createService({ place, company, secret: secret ?? keptSecret(folder) });
    try {
      await obey(service.people, process.argv.slice(2));
    } finally {
      await service.stop();
    }
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error;
    fail(error.message);
  }
}

async function obey(people: People, [act, ...words]: readonly string[]): Promise<void> {
  if (act === "list") return list(people);
  if (act === "create" && words.length === 3) return create(people, words);
  if (act === "password" && words.length === 1) return changePassword(people, words[0] ?? "");
  fail(usage);
}

async function list(people: People): Promise<void> {
  for (const { name, email, role } of await people.list()) say(`${name}\t${email}\t${roleLabels[role]}`);
}

async function create(people: People, [name = "", email = "", typedRole]: readonly string[]): Promise<void> {
  const role = roleSchema.safeParse(typedRole);
  if (!role.success) return fail(`El rol debe ser uno de: ${roles.join(", ")}.`);
  const { password, invented } = await askPassword();
  const created = await people.create({ name, email, role: role.data, password });
  if (!created.ok) return fail(sentences[created.code]);
  say(
    `Cuenta creada para ${created.person.name} (${roleLabels[role.data]}).${invented ? ` Clave: ${password}` : ""}`,
  );
}

async function changePassword(people: People, email: string): Promise<void> {
  const { password, invented } = await askPassword();
  const changed = await people.setPassword(email, password);
  if (!changed.ok) return fail(sentences[changed.code]);
  say(`Clave cambiada; sus sesiones quedaron cerradas.${invented ? ` Clave: ${password}` : ""}`);
}

async function askPassword(): Promise<{ readonly password: string; readonly invented: boolean }> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const typed = (await prompt.question("Clave (vacía para inventar una): ")).trim();
  prompt.close();
  return typed === ""
    ? { password: randomBytes(12).toString("base64url"), invented: true }
    : { password: typed, invented: false };
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
