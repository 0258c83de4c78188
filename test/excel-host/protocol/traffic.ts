/** What crossed the bridge since the last reset. A `sync` of the add-in is one request. */
export interface Traffic {
  /** Round trips, without the library's own requests that only release references. */
  requests: number;
  /** Requests of the library that only release references after `Excel.run`. */
  releases: number;
  actions: number;
  requestBytes: number;
  responseBytes: number;
  /** The largest single request and response, for comparing with Excel's 5 MB. */
  largestRequestBytes: number;
  largestResponseBytes: number;
  /** The most actions of a single request. */
  largestRequestActions: number;
}

export const noTraffic = (): Traffic => ({
  requests: 0,
  releases: 0,
  actions: 0,
  requestBytes: 0,
  responseBytes: 0,
  largestRequestBytes: 0,
  largestResponseBytes: 0,
  largestRequestActions: 0,
});

export function countRequest(traffic: Traffic, bytes: number, actions: number, isRelease: boolean): void {
  if (isRelease) traffic.releases += 1;
  else traffic.requests += 1;
  traffic.actions += actions;
  traffic.requestBytes += bytes;
  traffic.largestRequestActions = Math.max(traffic.largestRequestActions, actions);
  traffic.largestRequestBytes = Math.max(traffic.largestRequestBytes, bytes);
}

export function countResponse(traffic: Traffic, bytes: number): void {
  traffic.responseBytes += bytes;
  traffic.largestResponseBytes = Math.max(traffic.largestResponseBytes, bytes);
}

/** Bytes of a text in UTF-8, as it travels. */
export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
