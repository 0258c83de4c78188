import { addMonths, dayAt, monthOf } from "../../../shared/colombia/day.ts";
import type { IndicatorAnswer } from "../../../shared/contract.ts";
import { indicatorScope } from "../../../shared/model/indicator.ts";
import type { Outcome } from "../session.ts";
import { done, failed, type Desk } from "./desk.ts";

/** How many months *Hoy* shows, the current one among them. */
const months = 12;

/** Loads the indicators that the person may see, for the months that end with the current one. */
export function loadGlance({ act, deps, memory, store }: Desk): Promise<Outcome> {
  return act(async () => {
    const { me } = memory;
    if (!me) return failed({ code: "unauthenticated" });
    const last = monthOf(dayAt(deps.now()));
    const first = addMonths(last, 1 - months);
    const glance: IndicatorAnswer[] = [];
    for (const indicator of deps.indicators) {
      if (indicatorScope(indicator, me.person.role) === "none") continue;
      const result = await deps.api.indicator(indicator.id, { first, last });
      if (!result.ok) return failed(result.failure);
      glance.push(result.value);
    }
    store.set({ glance, ...(glance.length > 0 ? { connection: "online" } : {}) });
    return done(undefined);
  });
}
