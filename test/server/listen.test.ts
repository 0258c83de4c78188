import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { StartFailure } from "../../server/db/failures.ts";
import { listen } from "../../server/listen.ts";

test("what goes wrong with an open port is told each time, and the others are answered meanwhile", async () => {
  const broken: Error[] = [];
  let server: unknown;
  const listener = await listen(
    (_request, bindings) => {
      server = Object.getOwnPropertyDescriptor(bindings.incoming.socket, "server")?.value;
      return new Response("aquí");
    },
    { port: 0, host: "127.0.0.1" },
    (error) => broken.push(error),
  );
  const address = listener.address.replace("localhost", "127.0.0.1");
  const ask = async () => (await fetch(address)).text();
  expect(await ask()).toBe("aquí");
  if (!(server instanceof EventEmitter)) throw new Error("a connection that knows no server");
  const failures = [new Error("EMFILE"), new Error("EMFILE again")];
  for (const failure of failures) server.emit("error", failure);
  expect(broken).toEqual(failures);
  expect(await ask()).toBe("aquí");
  await listener.close(1_000);
});

test("a port in use refuses the start, and nothing else is told of it", async () => {
  const broken: Error[] = [];
  const onBroken = (error: Error) => broken.push(error);
  const answer = () => new Response("");
  const first = await listen(answer, { port: 0, host: "127.0.0.1" }, onBroken);
  const port = Number(new URL(first.address).port);
  await expect(listen(answer, { port, host: "127.0.0.1" }, onBroken)).rejects.toThrow(StartFailure);
  expect(broken).toEqual([]);
  await first.close(1_000);
});
