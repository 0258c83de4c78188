import { settings } from "../../../shared/settings/registry.ts";
import type { SettingsAnswer } from "../../../shared/contract/settings.ts";
import { welcome } from "./account.ts";
import { done, failed, type Desk } from "./desk.ts";
import type { SettingsCommands, ShownSetting } from "../settings-session.ts";

/** What the administrator does with settings. */
export function settingsCommands(desk: Desk): SettingsCommands {
  const { deps, store } = desk;
  const load = async () => {
    const result = await deps.api.settings.list();
    if (!result.ok) return failed(result.failure);
    store.set({ settings: settings.map((setting) => shown(setting, result.value)), connection: "online" });
    return done(undefined);
  };
  return {
    loadSettings: () => desk.act(load),
    changeSetting: (id, value, reason) =>
      desk.act(async () => {
        const base = store.get().settings?.find((one) => one.id === id)?.changes[0]?.version ?? 0;
        const result = await deps.api.settings.change({ id, base, value, reason });
        if (!result.ok) return failed(result.failure);
        const loaded = await load();
        if (!loaded.ok) return loaded;
        // What this very pane judges by is the new value, too.
        const welcomed = await welcome(desk, deps.api.me());
        return welcomed.ok ? done(result.value) : welcomed;
      }, null),
  };
}

function shown(
  { id, initial }: { readonly id: string; readonly initial: number },
  { versions }: SettingsAnswer,
): ShownSetting {
  const changes = versions.flatMap(({ id: of, ...change }) => (of === id ? [change] : []));
  return { id, value: changes[0]?.value ?? initial, changes };
}
