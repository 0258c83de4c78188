/** Cuts a pane off from the service as a lost connection does: requests fail before they leave. */
export function paneNetwork(): { setOffline: (isOffline: boolean) => void } {
  const original = window.fetch.bind(window);
  let isCut = false;
  window.fetch = (input, init) =>
    isCut ? Promise.reject(new TypeError("Failed to fetch")) : original(input, init);
  Object.defineProperty(navigator, "onLine", { get: () => !isCut, configurable: true });
  const setOffline = (isOffline: boolean) => {
    if (isOffline === isCut) return;
    isCut = isOffline;
    window.dispatchEvent(new Event(isOffline ? "offline" : "online"));
  };
  return { setOffline };
}
