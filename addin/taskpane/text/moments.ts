import { addDays, dayAt, formatDay, timeZone } from "../../../shared/colombia/day.ts";
import type { Day } from "../../../shared/model/value.ts";

const minute = 60_000;
const hour = 60 * minute;

const timeOfDay = new Intl.DateTimeFormat("es-CO", {
  timeZone,
  hour: "numeric",
  minute: "2-digit",
  hour12: true,
});

/**
 * How long ago an instant was, as people say it: `hace un momento`, `hace 2 min`, `hoy 9:40 a. m.`, `ayer 4:05 p. m.`,
 * `12/03/2026`. Days are those of Bogota. A clock that runs behind the service reads as `hace un momento`.
 */
export function formatMoment(at: string, now: Date): string {
  const instant = new Date(at);
  const age = now.getTime() - instant.getTime();
  if (age < minute) return "hace un momento";
  if (age < hour) return `hace ${Math.floor(age / minute)}\u00a0min`;
  const day = dayAt(instant);
  const today = dayAt(now);
  if (day === today) return `hoy ${timeOfDay.format(instant)}`;
  return day === addDays(today, -1) ? `ayer ${timeOfDay.format(instant)}` : formatDay(day);
}

/** In how many minutes an instant is, begun ones whole: `en 1 min`, `en 3 min`. */
export function formatUntil(at: string, now: Date): string {
  const minutes = Math.ceil((new Date(at).getTime() - now.getTime()) / minute);
  return `en ${Math.max(1, minutes)}\u00a0min`;
}

/** An instant in full: `12/03/2026, 9:40 a. m.`. */
export function formatInstant(at: string): string {
  const instant = new Date(at);
  return `${formatDay(dayAt(instant))}, ${timeOfDay.format(instant)}`;
}

const longDay = new Intl.DateTimeFormat("es-CO", {
  timeZone: "UTC",
  day: "numeric",
  month: "long",
  year: "numeric",
});

/** A day in words, where day and month must not be confused: `3 de abril de 2026`. */
export const formatLongDay = (day: Day): string => longDay.format(new Date(`${day}T00:00:00Z`));
