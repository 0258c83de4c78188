import { monthsBetween } from "../../shared/colombia/day.ts";
import { monthsQuerySchema } from "../../shared/contract.ts";

const mostMonths = 36;

/** A period that one answer holds. */
export const boundedMonthsSchema = monthsQuerySchema.refine(
  ({ first, last }) =>
    first.slice(0, 4) > "1999" &&
    last.slice(0, 4) < "2101" &&
    monthsBetween(first, last).length <= mostMonths,
  { path: ["last"] },
);
