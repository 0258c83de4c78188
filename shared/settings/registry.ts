import type { Setting } from "../model/setting.ts";
import { bigProducerVolume } from "./big-producer-volume.ts";
import { colleagueDays } from "./colleague-days.ts";
import { nearThreshold } from "./near-threshold.ts";

/** Every setting, in the order in which they are shown. */
export const settings: readonly Setting[] = [nearThreshold, colleagueDays, bigProducerVolume];
