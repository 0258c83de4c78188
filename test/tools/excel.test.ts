import { createServer, type AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { answersOn } from "../../tools/excel/answering.ts";
import { refusalFor, sideloadCommand } from "../../tools/excel/sideload.ts";

test.each(["win32", "darwin"] as const)("desktop Excel opens on %s", (platform) => {
  expect(refusalFor(platform)).toBeUndefined();
});

test("elsewhere a sentence says why not and what to do instead", () => {
  expect(refusalFor("linux")).toContain("Windows y Mac");
  expect(refusalFor("linux")).toContain("npm start");
});

test("the manifest is sideloaded into desktop Excel without a debugger", () => {
  expect(sideloadCommand("start", "manifest.xml").join(" ")).toBe(
    "--yes office-addin-debugging@7 start manifest.xml desktop --app excel --no-debug --no-live-reload",
  );
  expect(sideloadCommand("stop", "manifest.xml").join(" ")).toBe(
    "--yes office-addin-debugging@7 stop manifest.xml",
  );
});

test("the service counts as started once its port answers", async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "localhost", done));
  const { port } = server.address() as AddressInfo;
  expect(await answersOn(port, 5)).toBe(true);
  await new Promise((done) => server.close(done));
  expect(await answersOn(port, 0.3)).toBe(false);
});
