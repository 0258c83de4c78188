import { monitorEventLoopDelay } from "node:perf_hooks";
import { getHeapStatistics } from "node:v8";

/** Whether this process does as much as it can. */
export interface LoadWatch {
  isTooMuch(): boolean;
  stop(): void;
}

export interface LoadLimits {
  /** Milliseconds by which the event loop is late in half of its turns. One long piece of work alone is no load. */
  readonly delay: number;
  /** The share of the heap that may be in use. */
  readonly heap: number;
  /** Milliseconds from one look to the next. */
  readonly every: number;
}

const usualLimits: LoadLimits = { delay: 400, heap: 0.9, every: 1_000 };

/** Looks regularly at how late the event loop is and how full the heap; what it says holds until the next look. */
export function watchLoad(limits: Partial<LoadLimits> = {}): LoadWatch {
  const { delay, heap, every } = { ...usualLimits, ...limits };
  const histogram = monitorEventLoopDelay({ resolution: 20 });
  histogram.enable();
  let tooMuch = false;
  const timer = setInterval(() => {
    const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
    tooMuch = histogram.percentile(50) / 1e6 > delay || used > limit * heap;
    histogram.reset();
  }, every);
  timer.unref();
  return {
    isTooMuch: () => tooMuch,
    stop() {
      clearInterval(timer);
      histogram.disable();
    },
  };
}
