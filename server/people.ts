import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline/promises";
import { inviteSchema } from "../shared/contract/invitations.ts";
import type { PersonState } from "../shared/model/person-state.ts";
import { roleLabels, roleSchema, roles } from "../shared/model/role.ts";
import { StartFailure } from "./db/failures.ts";
import { readEnvironment } from "./environment.ts";
import type { ChangedPassword, CreatedPerson, People } from "./identity/people.ts";
import { shownEmails } from "./identity/entra/shown-email.ts";
import { keptSecret } from "./identity/secret.ts";
import { newcomerUsage, obeyOfNewcomers } from "./newcomer-commands.ts";
import { createService, type RunningService } from "./service.ts";

/** `npm run people`: the accounts of the company, kept by whoever runs the service while it is stopped. */
const usage = `Uso:
  npm run people -- list
  npm run people -- create NOMBRE CORREO ROL      (ROL: ${roles.join(", ")})
  npm run people -- invite NOMBRE CORREO ROL
  npm run people -- password CORREO
  npm run people -- role CORREO ROL
  npm run people -- rename CORREO NOMBRE
  npm run people -- deactivate CORREO
  npm run people -- reactivate CORREO
  npm run people -- unlock CORREO
${newcomerUsage}
Las claves se escriben cuando se pidan; con una línea vacía se inventa una y se muestra esta única vez.
`;

const lengths = "La clave debe tener de 10 a 128 caracteres.";

type Mistake =
  | Extract<CreatedPerson | ChangedPassword, { readonly ok: false }>["code"]
  | Exclude<Awaited<ReturnType<People["changeName"]>>, "done">;

const sentences: Readonly<Record<Mistake, string>> = {
  short: lengths,
  long: lengths,
  guessable: "Esa clave es fácil de adivinar. Escriba otra, por ejemplo tres o cuatro palabras sin relación.",
  "no-account": "No hay una cuenta con ese correo.",
  "not-found": "No hay una cuenta con ese correo.",
  "email-taken": "Ya hay una cuenta con ese correo.",
  "name-taken": "Ya hay una persona con ese nombre; escriba uno que la distinga.",
  "last-admin": "Es la única persona que administra las cuentas; nombre antes a otra.",
  stale: "La cuenta no está en un estado que lo permita; véalo con «npm run people -- list».",
  invalid: "El nombre necesita 3 letras o más y el correo debe ser válido.",
};

const stateLabels: Readonly<Record<PersonState, string>> = {
  active: "activa",
  inactive: "inactiva",
  invited: "invitada",
  waiting: "espera aprobación",
};

await main();

async function main(): Promise<void> {
  const read = readEnvironment();
  if (!read.ok) return fail(read.mistakes.join("\n"));
  const { place, company, secret, folder, mail } = read.environment;
  try {
    const service = await createService({ place, company, mail, secret: secret ?? keptSecret(folder) });
    try {
      await obey(service, process.argv.slice(2));
    } finally {
      await service.stop();
    }
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error;
    fail(error.message);
  }
}

async function obey(service: RunningService, [act = "", ...words]: readonly string[]): Promise<void> {
  const { people } = service;
  const [first = "", second = ""] = words;
  if (act === "list") return list(service);
  if (act === "create" && words.length === 3) return create(people, words);
  if (act === "invite" && words.length === 3) return invite(people, words);
  if (act === "password" && words.length === 1) return changePassword(people, first);
  if (act === "role" && words.length === 2) return changeRole(people, first, second);
  if (act === "rename" && words.length === 2)
    return change(people, first, (id) => people.changeName(id, second, null));
  if (act === "deactivate" && words.length === 1)
    return change(people, first, (id) => people.deactivate(id, null));
  if (act === "reactivate" && words.length === 1)
    return change(people, first, (id) => people.reactivate(id, null));
  if (act === "unlock" && words.length === 1) return change(people, first, (id) => people.unlock(id, null));
  const told = await obeyOfNewcomers(service, act, words);
  if (told?.ok) return say(told.sentence);
  fail(told?.sentence ?? usage);
}

async function list({ people, newcomers }: RunningService): Promise<void> {
  const shownEmail = await shownEmails(newcomers);
  for (const one of await people.listWithStatus()) {
    // Whoever waits has no role yet.
    const role = one.state === "waiting" ? "" : roleLabels[one.role];
    say([one.name, shownEmail(one), role, stateLabels[one.state]].join("\t"));
  }
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

async function invite(people: People, [name = "", email = "", role]: readonly string[]): Promise<void> {
  const parsed = inviteSchema.safeParse({ name, email, role });
  if (!parsed.success) return fail(`${sentences.invalid} El rol debe ser uno de: ${roles.join(", ")}.`);
  const invited = await people.invitations.invite(parsed.data, null);
  if (invited.result !== "invited") return fail(sentences[invited.result]);
  say(
    invited.code === null
      ? `Se envió la invitación a ${email}.`
      : `Entregue este código a ${name}, y a nadie más; vence en 7 días: ${invited.code}`,
  );
}

async function changePassword(people: People, email: string): Promise<void> {
  const { password, invented } = await askPassword();
  const changed = await people.setPassword(email, password);
  if (!changed.ok) return fail(sentences[changed.code]);
  say(`Clave cambiada; sus sesiones quedaron cerradas.${invented ? ` Clave: ${password}` : ""}`);
}

async function changeRole(people: People, email: string, typed: string): Promise<void> {
  const role = roleSchema.safeParse(typed);
  if (!role.success) return fail(`El rol debe ser uno de: ${roles.join(", ")}.`);
  await change(people, email, (id) => people.changeRole(id, role.data, null));
}

async function change(
  people: People,
  email: string,
  act: (id: string) => ReturnType<People["changeName"]>,
): Promise<void> {
  const everybody = await people.listWithStatus();
  const person = everybody.find((one) => one.email === email.toLowerCase());
  const result = person ? await act(person.id) : "not-found";
  if (result !== "done") return fail(sentences[result]);
  say("Hecho.");
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
