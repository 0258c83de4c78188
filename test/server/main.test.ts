import { existsSync, statSync } from "node:fs";
import { request, type IncomingMessage } from "node:http";
import { createServer } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { PullAnswer } from "../../shared/contract.ts";
import { schemaFingerprint } from "../../shared/schema-fingerprint.ts";
import { sheets } from "../../shared/sheets/registry.ts";
import { keptSecret } from "../../server/identity/secret.ts";
import { newId, password, row, startCompany } from "./support/company.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";
import { startChild, type Child } from "./support/child.ts";
import { visit } from "./support/rows.ts";
import { signedInSchema } from "../../shared/contract/sign-in.ts";

const patience = 90_000;
const schema = schemaFingerprint(sheets);

/** A free port of this machine. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (typeof address !== "object" || !address) throw new Error("no port");
  return address.port;
}

async function serve(folder: string, port: number): Promise<Child> {
  const child = startChild("server/main.ts", [], { VAD_DATA: folder, PORT: String(port), VAD_LOG: "info" });
  await child.says(/"msg":"listening"/);
  return child;
}

/** A folder with one advisor's account, and the secret that `main.ts` will find there. */
async function folderWithAdvisor() {
  const folder = temporaryFolder();
  const company = await startCompany({ folder, secret: keptSecret(folder) });
  const advisor = await company.colleague("advisor", "Ana Asesora");
  await company.stop();
  return { folder, advisor };
}

class Client {
  constructor(
    readonly address: string,
    readonly token: string,
  ) {}

  static async signIn(address: string, email: string): Promise<Client> {
    const response = await fetch(`${address}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password }),
    });
    return new Client(address, signedInSchema.parse(await response.json()).access);
  }

  post(path: string, body: unknown): Promise<Response> {
    const headers = { "content-type": "application/json", authorization: `Bearer ${this.token}` };
    return fetch(`${this.address}/api${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  }

  async rowIds(): Promise<Set<string>> {
    const ids = new Set<string>();
    let since: PullAnswer["next"] | null = null;
    for (let more = true; more;) {
      const page = (await (
        await this.post("/pull", { schema, sheet: "visits", since })
      ).json()) as PullAnswer;
      for (const { id } of page.rows) ids.add(id);
      since = page.next;
      more = page.more;
    }
    return ids;
  }
}

/** A push whose head the service has, and whose body it still waits for. */
function announcedPush(client: Client, body: unknown) {
  const headers = {
    authorization: `Bearer ${client.token}`,
    "content-type": "application/json",
    expect: "100-continue",
  };
  const pushing = request(`${client.address}/api/push`, { method: "POST", headers });
  const arrived = once(pushing, "continue");
  pushing.flushHeaders();
  return {
    arrived,
    async send(): Promise<number | undefined> {
      const answered = new Promise<IncomingMessage>((resolve) => pushing.once("response", resolve));
      pushing.end(JSON.stringify(body));
      const response = await answered;
      response.resume();
      return response.statusCode;
    },
  };
}

describe("the process", () => {
  test(
    "killed in the middle of pushes loses nothing that it acknowledged, keeps no push by halves, and starts again at once",
    async () => {
      const { folder, advisor } = await folderWithAdvisor();
      const port = await freePort();
      const address = `http://localhost:${port}`;
      const first = await serve(folder, port);
      const client = await Client.signIn(address, advisor.email);
      const pushes: { ids: string[]; acknowledged: boolean }[] = [];
      const rowsEach = 50;
      const pushing = (async () => {
        for (;;) {
          const rows = Array.from({ length: rowsEach }, () => row("visits", visit(advisor.id)));
          const push = { ids: rows.map(({ id }) => id), acknowledged: false };
          pushes.push(push);
          const response = await client.post("/push", { pushId: newId(), schema, workbook: "L", rows });
          await response.json();
          push.acknowledged = response.status === 200;
          if (pushes.length === 8) first.process.kill("SIGKILL");
        }
      })();
      await expect(pushing).rejects.toThrow(/fetch failed|terminated|other side closed|ECONN/);
      expect(await first.ended).toBe("SIGKILL");
      expect(existsSync(join(folder, "ventas.db.lock"))).toBe(true);

      const second = await serve(folder, port);
      const again = await Client.signIn(address, advisor.email);
      const kept = await again.rowIds();
      for (const { ids, acknowledged } of pushes) {
        const there = ids.filter((id) => kept.has(id)).length;
        expect(acknowledged ? [rowsEach] : [0, rowsEach]).toContain(there);
      }
      expect(pushes.filter(({ acknowledged }) => acknowledged).length).toBeGreaterThanOrEqual(7);
      second.process.kill("SIGTERM");
      expect(await second.ended).toBe(0);
    },
    patience,
  );

  test(
    "asked to stop answers what is under way, gives the file back and ends with 0",
    async () => {
      const { folder, advisor } = await folderWithAdvisor();
      const port = await freePort();
      const child = await serve(folder, port);
      const client = await Client.signIn(`http://localhost:${port}`, advisor.email);
      const rows = Array.from({ length: 500 }, () => row("visits", visit(advisor.id)));
      const pushing = announcedPush(client, { pushId: newId(), schema, workbook: "L", rows });
      await pushing.arrived;
      child.process.kill("SIGTERM");
      await child.says(/"msg":"stopping"/);
      expect(await pushing.send()).toBe(200);
      expect(await child.ended).toBe(0);
      expect(existsSync(join(folder, "ventas.db.lock"))).toBe(false);
      // The file alone is a whole copy.
      const journal = join(folder, "ventas.db-wal");
      expect(existsSync(journal) ? statSync(journal).size : 0).toBe(0);
    },
    patience,
  );

  test(
    "does not start twice on one folder, on a port in use, or in a folder that it cannot write",
    async () => {
      const { folder } = await folderWithAdvisor();
      const port = await freePort();
      const child = await serve(folder, port);
      const second = startChild("server/main.ts", [], { VAD_DATA: folder, PORT: String(await freePort()) });
      expect(await second.ended).toBe(1);
      expect(second.output()).toMatch(/ya está en uso por otro proceso del servicio/);
      const third = startChild("server/main.ts", [], { VAD_DATA: temporaryFolder(), PORT: String(port) });
      expect(await third.ended).toBe(1);
      expect(third.output()).toContain(`El puerto ${port} ya está en uso`);
      const fourth = startChild("server/main.ts", [], {
        VAD_DATA: join(folder, "secret", "dentro"),
        PORT: String(port),
      });
      expect(await fourth.ended).toBe(1);
      expect(fourth.output()).toMatch(/No se puede escribir en la carpeta de datos/);
      child.process.kill("SIGINT");
      expect(await child.ended).toBe(0);
    },
    patience,
  );

  test(
    "keeps its secret for its owner's eyes, and people's accounts survive it",
    async () => {
      const folder = temporaryFolder();
      const create = startChild(
        "server/people.ts",
        ["create", "Diana Directora", "diana@aseo.example", "director"],
        { VAD_DATA: folder },
      );
      create.process.stdin.end("\n");
      expect(await create.ended).toBe(0);
      const [, invented = ""] = /Clave: (\S+)/.exec(create.output()) ?? [];
      expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
      const port = await freePort();
      const child = await serve(folder, port);
      const response = await fetch(`http://localhost:${port}/api/auth/sign-in/email`, {
        method: "POST",
        body: JSON.stringify({ email: "diana@aseo.example", password: invented }),
      });
      expect(response.status).toBe(200);
      const list = startChild("server/people.ts", ["list"], { VAD_DATA: folder });
      expect(await list.ended).toBe(1);
      child.process.kill("SIGTERM");
      await child.ended;
      const listed = startChild("server/people.ts", ["list"], { VAD_DATA: folder });
      expect(await listed.ended).toBe(0);
      expect(listed.output()).toContain("Diana Directora\tdiana@aseo.example\tDirector de ventas");
    },
    patience,
  );
});
