import { useSyncExternalStore } from "react";
import { hostAppearance } from "../../excel/host-theme.ts";
import type { Appearance } from "./themes.ts";

const queries = {
  forced: "(forced-colors: active)",
  moreContrast: "(prefers-contrast: more)",
  dark: "(prefers-color-scheme: dark)",
} as const;

/**
 * The appearance that follows Excel's, else the system's. Excel has no event for its theme, so it is asked again when
 * the pane gets the focus back, which is when people return from Excel's options.
 */
export function useAppearance(): Appearance {
  return useSyncExternalStore(subscribe, currentAppearance);
}

function currentAppearance(): Appearance {
  const dark = (hostAppearance() ?? (matches("dark") ? "dark" : "light")) === "dark";
  // A light contrast theme of the system repaints the light theme itself; the dark one needs stronger lines than ours.
  if (dark && (matches("forced") || matches("moreContrast"))) return "high-contrast";
  return dark ? "dark" : "light";
}

const matches = (query: keyof typeof queries): boolean => window.matchMedia(queries[query]).matches;

function subscribe(listener: () => void): () => void {
  const lists = Object.values(queries).map((query) => window.matchMedia(query));
  for (const list of lists) list.addEventListener("change", listener);
  window.addEventListener("focus", listener);
  return () => {
    for (const list of lists) list.removeEventListener("change", listener);
    window.removeEventListener("focus", listener);
  };
}
