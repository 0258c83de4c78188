import type { InstalledExcel } from "../excel-host/install-excel-in-node.ts";

/** What one step cost. Bytes are those between the add-in and Excel, and between the add-in and the service. */
export interface StepFigures {
  readonly step: string;
  readonly rows: number;
  readonly milliseconds: number;
  /** Of processor time, which other work on the machine does not stretch. */
  readonly processorMilliseconds: number;
  /** Of the time on the clock, in the service. */
  readonly serviceMilliseconds: number;
  readonly hostRoundTrips: number;
  readonly hostRequestBytes: number;
  readonly hostResponseBytes: number;
  readonly largestHostBytes: number;
  readonly serviceRequests: number;
  readonly serviceBytes: number;
}

/** Counts what goes to the service and back, and how long it takes there. */
export interface ServiceMeter {
  readonly fetch: typeof globalThis.fetch;
  reset(): void;
  readings(): { readonly milliseconds: number; readonly requests: number; readonly bytes: number };
}

export function createServiceMeter(fetch: typeof globalThis.fetch): ServiceMeter {
  let [milliseconds, requests, bytes] = [0, 0, 0];
  return {
    async fetch(input, init) {
      const began = performance.now();
      const response = await fetch(input, init);
      const answer = await response.clone().arrayBuffer();
      milliseconds += performance.now() - began;
      requests += 1;
      bytes += answer.byteLength + (typeof init?.body === "string" ? Buffer.byteLength(init.body) : 0);
      return response;
    },
    reset: () => void ([milliseconds, requests, bytes] = [0, 0, 0]),
    readings: () => ({ milliseconds, requests, bytes }),
  };
}

/** Does a step and tells what it cost in this workbook and in the service. */
export async function measure(
  step: string,
  rows: number,
  { excel, meter }: { readonly excel: InstalledExcel; readonly meter: ServiceMeter },
  work: () => Promise<unknown>,
): Promise<StepFigures> {
  await excel.host.settled();
  excel.host.resetTraffic();
  meter.reset();
  const processorBefore = process.cpuUsage();
  const began = performance.now();
  await work();
  await excel.host.settled();
  const milliseconds = performance.now() - began;
  const processor = process.cpuUsage(processorBefore);
  const { traffic } = excel.host;
  const service = meter.readings();
  return {
    step,
    rows,
    milliseconds,
    processorMilliseconds: (processor.user + processor.system) / 1_000,
    serviceMilliseconds: service.milliseconds,
    hostRoundTrips: traffic.requests,
    hostRequestBytes: traffic.requestBytes,
    hostResponseBytes: traffic.responseBytes,
    largestHostBytes: Math.max(traffic.largestRequestBytes, traffic.largestResponseBytes),
    serviceRequests: service.requests,
    serviceBytes: service.bytes,
  };
}
