import type { Outcome } from "./session.ts";

/** One value that a setting had, and why. */
export interface SettingChange {
  readonly version: number;
  readonly value: number;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

/** A setting as it holds now; without changes it is as its definition says. */
export interface ShownSetting {
  readonly id: string;
  readonly value: number;
  /** The newest first. */
  readonly changes: readonly SettingChange[];
}

/** The part of the pane's state that is about settings; null until they were asked for. */
export interface SettingsState {
  readonly settings: readonly ShownSetting[] | null;
}

/** What the administrator does with settings. */
export interface SettingsCommands {
  loadSettings(): Promise<Outcome>;
  /** `stale`: somebody else changed it meanwhile, and it is shown as it is now. */
  changeSetting(
    id: string,
    value: number,
    reason: string,
  ): Promise<Outcome<{ readonly result: "changed" | "stale" }>>;
}
