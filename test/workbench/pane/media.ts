type Features = Readonly<Record<string, boolean>>;

/**
 * Answers the media features of colour and contrast as Excel's theme has it instead of as the browser has them, for
 * pages that ask with `matchMedia`. Style sheets still see the browser's own.
 */
export function dressMedia(first: Features): { change: (features: Features) => void } {
  const original = window.matchMedia.bind(window);
  const given = new Map<string, { list: MediaQueryList; matches: boolean }>();
  let features = first;

  window.matchMedia = (query) => {
    const own = features[query];
    if (own === undefined) return original(query);
    const known = given.get(query);
    if (known) return known.list;
    const list = original(query);
    const entry = { list, matches: own };
    Object.defineProperty(list, "matches", { get: () => entry.matches });
    given.set(query, entry);
    return list;
  };

  const change = (next: Features) => {
    features = next;
    for (const [query, entry] of given) {
      const matches = next[query] ?? false;
      if (entry.matches === matches) continue;
      entry.matches = matches;
      entry.list.dispatchEvent(new MediaQueryListEvent("change", { media: query, matches }));
    }
    // Excel has no event for its theme; people come back from its options, and the pane gets the focus.
    window.dispatchEvent(new Event("focus"));
  };
  return { change };
}
