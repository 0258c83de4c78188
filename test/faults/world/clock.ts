/** The instant at which every run of the harness begins: a Wednesday noon in Bogotá, in the middle of a month. */
const beginning = Date.parse("2026-03-18T17:00:00Z");
const begun = Date.now();

/** What the harness's clock is ahead of this machine's; negative. */
export const clockShift = beginning - begun;

/** A clock that goes on from the beginning, put forward by some milliseconds. */
export const clockOf = (ahead: number) => () => new Date(Date.now() + clockShift + ahead);
