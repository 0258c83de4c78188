import type { Day } from "../model/value.ts";
import { addBusinessDays, businessDaysBetween } from "./business-days.ts";
import { addDays } from "./day.ts";

/** Business days to answer a petition, complaint or appeal of a user (Ley 142 de 1994, art. 158). */
const daysToAnswer = 15;
/** Business days that the taking of evidence may last (Ley 1437 de 2011, art. 79). */
const daysOfEvidence = 30;
/** Business days to send the summons for personal notice of an answer (Ley 1437 de 2011, art. 68). */
const daysToSummon = 5;

/** The last day to answer, counted from the business day after filing; after it silence means consent. */
export function dueDay(filedOn: Day): Day {
  return addBusinessDays(filedOn, daysToAnswer);
}

/**
 * The last day to answer where evidence was ordered within the term: the taking of evidence stops the count on the day
 * of the order, and the days that were left run again once it is over, at the latest after thirty business days.
 * An order after the term changes nothing.
 */
export function dueDayWithEvidence(filedOn: Day, orderedOn: Day): Day {
  const due = dueDay(filedOn);
  if (orderedOn < filedOn || orderedOn > due) return due;
  const left = businessDaysBetween(addDays(orderedOn, 1), due);
  return addBusinessDays(orderedOn, daysOfEvidence + left);
}

/** The last day to send the summons for notice of an answer. */
export function summonsDay(answeredOn: Day): Day {
  return addBusinessDays(answeredOn, daysToSummon);
}

/** Business days from the day after `today` to the due day; negative once it is over, 0 on the day itself. */
export function businessDaysLeft(today: Day, due: Day): number {
  return today <= due
    ? businessDaysBetween(addDays(today, 1), due)
    : -businessDaysBetween(addDays(due, 1), today);
}
