import { createService } from "../../../server/service.ts";
import { listen } from "../../../server/listen.ts";
import { watchLoad } from "../../../server/load-watch.ts";

/** The service as `main.ts` puts it together, with room for little; its folder is the argument. */
const [folder = "", secret = ""] = process.argv.slice(2);
const service = await createService({
  place: { folder },
  company: "Aseo de Prueba",
  secret,
  bounds: {
    atOnce: 24,
    atOnceOfPerson: 16,
    signInsAtOnce: 2,
    requestsPerMinute: 100_000,
    costlyPerMinute: 100_000,
  },
  load: watchLoad(),
});
const { address } = await listen(service.app.fetch, {
  port: 0,
  host: "127.0.0.1",
  connections: { connections: 1_000 },
});
process.stdout.write(`listening at ${address}\n`);
process.once("SIGTERM", () => process.exit(0));
