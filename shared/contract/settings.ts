import * as z from "zod";
import { moment, reason, version } from "./fields.ts";

/** `GET /settings`, for the administrator: what holds and what held before, newest first. */
export const settingsSchema = z.object({
  versions: z.array(
    z.object({
      id: z.string(),
      version,
      value: z.number(),
      at: moment,
      /** The name of who set it. */
      by: z.string(),
      reason: z.string(),
    }),
  ),
});
export type SettingsAnswer = z.infer<typeof settingsSchema>;

/** `POST /settings`: another value. `base` is the version that the administrator saw, 0 where nobody set it yet. */
export const changeSettingSchema = z.strictObject({
  id: z.string().max(64),
  base: version,
  value: z.number(),
  reason,
});
export type ChangeSetting = z.infer<typeof changeSettingSchema>;

/** `stale`: somebody else set it meanwhile; nothing was changed. */
export const settingChangedSchema = z.object({ result: z.enum(["changed", "stale"]) });
export type SettingChanged = z.infer<typeof settingChangedSchema>;
