import { useEffect, useRef, type RefObject } from "react";

/**
 * Moves the focus, when an element appears, to the first control in it that the selector finds: where somebody asked
 * for a form or a view, that is where they go on. (Fluent's components do not type a `ref` of their own under
 * `exactOptionalPropertyTypes`, so the element around them is taken.)
 */
export function useFocusWithin<E extends HTMLElement>(selector: string): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => element.current?.querySelector<HTMLElement>(selector)?.focus(), [selector]);
  return element;
}
