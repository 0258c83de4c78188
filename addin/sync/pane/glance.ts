import { dayAt, monthOf } from "../../../shared/colombia/day.ts";
import type { IndicatorAnswer } from "../../../shared/contract.ts";
import { indicatorScope } from "../../../shared/model/indicator.ts";
import type { Outcome } from "../session.ts";
import { done, failed, type Desk } from "./desk.ts";

/** Loads the indicators of the current month that the person may see. */
export function loadGlance({ act, deps, memory, store }: Desk): Promise<Outcome> {
  return act(async () => {
    const { me } = memory;
    if (!me) return failed({ code: "unauthenticated" });
    const month = monthOf(dayAt(deps.now()));
    const glance: IndicatorAnswer[] = [];
    for (const indicator of deps.indicators) {
      if (indicatorScope(indicator, me.person.role) === "none") continue;
      const result = await deps.api.indicator(indicator.id, { first: month, last: month });
      if (!result.ok) return failed(result.failure);
      glance.push(result.value);
    }
    store.set({ glance, ...(glance.length > 0 ? { connection: "online" } : {}) });
    return done(undefined);
  });
}
