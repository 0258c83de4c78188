import type { ApiFailure } from "../../api/failure.ts";
import type { LiveApi } from "../../api/live-api.ts";
import type { Memory, PaneDeps } from "./memory.ts";

/** What asking for the workbook's lease came to. */
type Leased =
  | { readonly result: "held" }
  | { readonly result: "taken"; readonly seconds: number }
  | { readonly result: "failed"; readonly failure: ApiFailure };

/**
 * The lease of this workbook, which one pane at a time has that works by itself (docs/decisions/081). It is taken before
 * work and lasts a while beyond it, so that the same pane goes on.
 */
export interface Lease {
  take(): Promise<Leased>;
  /** Does work under the lease, which is renewed as long as that takes. */
  during<T>(work: () => Promise<T>): Promise<T>;
  release(): Promise<void>;
}

interface LeaseDesk {
  readonly deps: Pick<PaneDeps, "schedule"> & { readonly api: { readonly live: Pick<LiveApi, "lease"> } };
  readonly memory: Pick<Memory, "file">;
}

/** Milliseconds between renewals; a lease lasts 30 s. */
const renewal = 15_000;

export function createLease({ deps, memory }: LeaseDesk, pane: string): Lease {
  let isHeld = false;
  const ask = async () => {
    const asked = await deps.api.live.lease({ workbook: memory.file, pane });
    isHeld = asked.ok && asked.value.result === "held";
    return asked;
  };
  return {
    async take() {
      const asked = await ask();
      if (!asked.ok) return { result: "failed", failure: asked.failure };
      return asked.value.result === "taken"
        ? { result: "taken", seconds: asked.value.seconds }
        : { result: "held" };
    },
    async during(work) {
      let cancel = () => {};
      const renew = () => {
        cancel = deps.schedule(() => {
          void ask();
          renew();
        }, renewal);
      };
      renew();
      try {
        return await work();
      } finally {
        cancel();
      }
    },
    async release() {
      if (!isHeld) return;
      isHeld = false;
      // The lease ends by itself where this does not arrive.
      await deps.api.live.lease({ workbook: memory.file, pane, release: true });
    },
  };
}
