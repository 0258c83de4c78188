import { timeZone } from "../../shared/colombia/day.ts";

const moment = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });

/** An instant by the clock of Bogotá, so that texts are in the order of time: `2026-03-21 12:00:00`. */
export const momentText = (instant: Date): string => moment.format(instant);
