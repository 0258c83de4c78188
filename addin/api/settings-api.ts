import {
  settingChangedSchema,
  settingsSchema,
  type ChangeSetting,
  type SettingChanged,
  type SettingsAnswer,
} from "../../shared/contract/settings.ts";
import type { ApiResult } from "./failure.ts";
import { request, type RequestDeps } from "./request.ts";

/** The numbers that the company goes by, as the administrator asks for them. */
export interface SettingsApi {
  list(): Promise<ApiResult<SettingsAnswer>>;
  change(change: ChangeSetting): Promise<ApiResult<SettingChanged>>;
}

export function createSettingsApi(deps: RequestDeps): SettingsApi {
  const path = "/settings";
  return {
    list: () => request(deps, { path, answer: settingsSchema }),
    change: (body) => request(deps, { path, body, answer: settingChangedSchema }),
  };
}
