import { Hono } from "hono";
import { changeSettingSchema, type SettingsAnswer } from "../../shared/contract/settings.ts";
import { settingMistake } from "../../shared/model/setting.ts";
import { settings } from "../../shared/settings/registry.ts";
import { changeSetting } from "../change-setting.ts";
import { readSettingVersions } from "../db/settings.ts";
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
      versions: versions.map((one) => ({ ...one, by: people.nameOf(one.by) })),
    } satisfies SettingsAnswer);
  })
  .post("/", async (c) => {
    const change = await parseBody(c, changeSettingSchema);
    const setting = settings.find(({ id }) => id === change.id);
    if (!setting) throw new Refusal("bad-request", { field: "id" });
    if (settingMistake(setting, change.value)) throw new Refusal("bad-request", { field: "value" });
    return c.json(await changeSetting(c.get("service"), c.get("caller").person, change));
  });
