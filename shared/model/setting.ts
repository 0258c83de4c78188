/** What the numbers of a setting count. */
export type SettingUnit = "percent" | "days" | "cubic-metres";

/** A number of the company's own that rules and indicators go by, within bounds; the administrator may change it. */
export interface Setting {
  readonly id: string;
  readonly label: string;
  /** What changes with it, in one Spanish sentence. */
  readonly explains: string;
  readonly unit: SettingUnit;
  /** What holds until somebody says otherwise. */
  readonly initial: number;
  readonly min: number;
  readonly max: number;
  /** Whole numbers only. */
  readonly whole?: true;
}

/** The settings that somebody changed, by id; every other one is as its definition says. */
export type Settings = Readonly<Record<string, number>>;

/** A number that is the same for everybody, or a setting. */
export type Adjustable = number | Setting;

/** The number that holds now. */
export function settled(adjustable: Adjustable, settings: Settings = {}): number {
  return typeof adjustable === "number" ? adjustable : (settings[adjustable.id] ?? adjustable.initial);
}

/** The largest number that it can ever be: what is searched before the setting is looked at. */
export function atMost(adjustable: Adjustable): number {
  return typeof adjustable === "number" ? adjustable : adjustable.max;
}

/** Why a setting cannot have a value; undefined where it can. */
export function settingMistake(setting: Setting, value: number): "out-of-bounds" | "not-whole" | undefined {
  if (!Number.isFinite(value) || value < setting.min || value > setting.max) return "out-of-bounds";
  return setting.whole && !Number.isInteger(value) ? "not-whole" : undefined;
}
