import type { ChangeSetting, SettingChanged } from "../shared/contract/settings.ts";
import type { Person } from "../shared/model/access.ts";
import { writeRecorded } from "./audit/record-event.ts";
import { insertSetting, readSettingVersion } from "./db/settings.ts";
import type { Service } from "./service-parts.ts";

/** Keeps another value of a setting, and in the audit that somebody did; `stale` where `base` is not what holds. */
export function changeSetting(
  { database, now }: Pick<Service, "database" | "now">,
  { id }: Pick<Person, "id">,
  { id: setting, base, value, reason }: ChangeSetting,
): Promise<SettingChanged> {
  return database.exclusive(async (session) => {
    if ((await readSettingVersion(session, setting)) !== base) return { result: "stale" };
    const [at, version] = [now(), base + 1];
    const kept = insertSetting({ id: setting, version, value, reason, by: id, at: at.toISOString() });
    const details = { setting, version, value, reason };
    await writeRecorded(session, [kept], { kind: "setting-changed", by: id, about: null, at, details });
    return { result: "changed" };
  });
}
