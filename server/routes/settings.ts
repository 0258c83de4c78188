import { Hono } from "hono";
import {
  changeSettingSchema,
  type SettingChanged,
  type SettingsAnswer,
} from "../../shared/contract/settings.ts";
import { settingMistake } from "../../shared/model/setting.ts";
import { settings } from "../../shared/settings/registry.ts";
import { keepSetting, readSettingVersions } from "../db/settings.ts";
import { onlyAdmin } from "../http/middleware.ts";
import { parseBody } from "../http/parse-request.ts";
import { Refusal } from "../http/refusal.ts";
import type { RouteEnvironment } from "../http/route-environment.ts";
import { judgingContext } from "../judging-context.ts";

/** `/settings`: the numbers that the company goes by, which the administrator keeps. */
export const settingRoutes = new Hono<RouteEnvironment>()
  .use(onlyAdmin)
  .get("/", async (c) => {
    const service = c.get("service");
    const versions = await readSettingVersions(service.database);
    const { people } = await judgingContext(service, service.now());
    return c.json({
      versions: versions.map((one) => ({ ...one, by: people.byId(one.by)?.name ?? one.by })),
    } satisfies SettingsAnswer);
  })
  .post("/", async (c) => {
    const { id, base, value, reason } = await parseBody(c, changeSettingSchema);
    const setting = settings.find((one) => one.id === id);
    if (!setting) throw new Refusal("bad-request", { field: "id" });
    if (settingMistake(setting, value)) throw new Refusal("bad-request", { field: "value" });
    const { database, now } = c.get("service");
    const by = c.get("caller").person.id;
    const kept = await keepSetting(database, { id, base, value, reason, by, at: now().toISOString() });
    return c.json({ result: kept ? "changed" : "stale" } satisfies SettingChanged);
  });
