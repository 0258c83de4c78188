import { roles } from "../../../shared/model/role.ts";
import { newId } from "../support/company.ts";
import { attack, pathOf } from "./attempt.ts";
import type { ValidRequest } from "./samples.ts";
import type { World } from "./world.ts";

/** The valid request by everybody else: answered or refused, it tells nobody what is not theirs. */
export async function attackByOthers(world: World, valid: ValidRequest): Promise<readonly string[]> {
  if (valid.endpoint.asks === "anybody" || valid.isOfAsker) return [];
  const holes: string[] = [];
  for (const role of roles) {
    const by = { ...valid, as: world.people[role] };
    holes.push(...(await attack(world, by, { what: `as ${role}` })).holes);
  }
  return holes;
}

/** An advisor names a stranger's row: to those who read, it looks just like a row that is not there. */
export async function attackOthersRows(world: World, valid: ValidRequest): Promise<readonly string[]> {
  const named = rowPlaces(valid);
  if (named === undefined || valid.endpoint.asks === "anybody") return [];
  const by = { ...valid, as: world.people.advisor };
  const attempt = (id: string) => ({
    what: `with the row ${id === world.strangersRow ? "of a stranger" : "of nobody"}`,
    ...named(id),
  });
  const nobodys = newId();
  const theirs = await attack(world, by, attempt(world.strangersRow));
  const none = await attack(world, by, attempt(nobodys));
  const plain = ({ status, text }: typeof theirs, id: string) =>
    `${status} ${text.replaceAll(id, "ROW").replaceAll(/"requestId":"[^"]*"/g, "")}`;
  // A row that nobody has is new to a push, which saves it.
  const isTold =
    valid.endpoint.path !== "/push" && plain(theirs, world.strangersRow) !== plain(none, nobodys);
  const kept = await world.versionOfStrangersRow();
  return [
    ...theirs.holes,
    ...none.holes,
    ...(isTold
      ? [`${valid.endpoint.path}: a stranger's row is told from none: ${theirs.text} ${none.text}`]
      : []),
    ...(kept === 1 ? [] : [`${valid.endpoint.path}: a stranger's row has changed`]),
  ];
}

/** Gives the request with another row in it; undefined where it names none. */
function rowPlaces(valid: ValidRequest): ((id: string) => { path?: string; body?: string }) | undefined {
  const { parameters, body } = valid;
  if ("sheet" in parameters) {
    const name = ["row", "id"].find((one) => one in parameters);
    return name === undefined ? undefined : (id) => ({ path: pathOf(valid, { raw: { [name]: id } }) });
  }
  if (typeof body !== "string" || !/"rows":\[(\{|")/.test(body)) return undefined;
  const found = /"id":"([0-9a-f]{32})"/.exec(body)?.[1] ?? /"rows":\["([0-9a-f]{32})"/.exec(body)?.[1];
  return found === undefined ? undefined : (id) => ({ body: body.replaceAll(found, id) });
}
