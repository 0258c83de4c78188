import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endpoints } from "../../../shared/contract/endpoints.ts";
import { attack, attackAtOnce, attackInTurn, casesTried, type Attempt } from "./attempt.ts";
import { attackByOthers, attackOthersRows } from "./other-people.ts";
import { families } from "./families.ts";
import { leftOver, nameOf, validRequest } from "./samples.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
const attacked = new Set<string>();

beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world.stop();
  process.stdout.write(
    `attack: ${casesTried().toLocaleString("en")} cases over ${attacked.size} endpoints\n`,
  );
});

const named = endpoints.map((endpoint) => [nameOf(endpoint), endpoint] as const);

describe.each(named)("%s", (name, endpoint) => {
  test("answers its valid example, before and after everything bad", async () => {
    await expectAnswered();
    const valid = await validRequest(world, endpoint);
    const holes: string[] = [];
    for (const attemptsOf of Object.values(families)) {
      const attempts = await attemptsOf(valid, world);
      holes.push(...(await attackAtOnce(world, valid, attempts.filter(isHopeless))));
      holes.push(
        ...(await attackInTurn(
          world,
          valid,
          attempts.filter((one) => !isHopeless(one)),
        )),
      );
    }
    holes.push(...(await attackByOthers(world, await validRequest(world, endpoint))));
    holes.push(...(await attackOthersRows(world, await validRequest(world, endpoint))));
    expect(holes).toEqual([]);
    attacked.add(name);
    const health = await world.company.service.app.request("/api/health");
    expect(await health.json()).toMatchObject({ status: "ok" });
    await expectAnswered();
  });

  /** Without an example that succeeds, what follows would prove nothing. */
  async function expectAnswered(): Promise<void> {
    const valid = await validRequest(world, endpoint);
    const { status, text, holes } = await attack(world, valid, { what: "the valid example" });
    expect(holes).toEqual([]);
    const advice = `${name} answered ${status} ${text}: say in test/server/attack/samples.ts what its example needs`;
    expect([200, 201, 204], advice).toContain(status);
    const { answer } = endpoint;
    if (typeof answer !== "string") expect(answer.safeParse(JSON.parse(text)).error, advice).toBeUndefined();
  }
});

const isHopeless = ({ mustFail, status }: Attempt) => mustFail === true || status !== undefined;

test("no endpoint is left out, and no sample is of an endpoint that is gone", () => {
  expect([...attacked].toSorted()).toEqual(named.map(([name]) => name).toSorted());
  expect(leftOver()).toEqual([]);
});
