/** Streams that one person may have open: browsers keep six lines to a service at most, and requests need some of them. */
const mostOfPerson = 4;
/** Streams of everybody. */
const mostOfAll = 2_000;

/** Who listens, by person and pane. */
export interface Places {
  /**
   * Takes a place; `end` is called when it is lost to the same pane, which came again, or to the end of the service.
   * Gives what leaves the place, or why there is none.
   */
  take(
    person: string,
    pane: string,
    end: (why: "replaced" | "stopping") => void,
  ): (() => void) | "too-many" | "full" | "stopping";
  /** Ends every stream, and lets none begin. */
  close(): void;
  readonly size: number;
}

export function createPlaces(): Places {
  const ends = new Map<string, Map<string, (why: "replaced" | "stopping") => void>>();
  let isClosed = false;
  let size = 0;

  const leave = (person: string, pane: string, end: unknown) => {
    const panes = ends.get(person);
    if (panes?.get(pane) !== end) return;
    panes?.delete(pane);
    size -= 1;
    if (panes?.size === 0) ends.delete(person);
  };
  return {
    take(person, pane, end) {
      if (isClosed) return "stopping";
      const before = ends.get(person)?.get(pane);
      if (before) {
        leave(person, pane, before);
        before("replaced");
      }
      const panes = ends.get(person) ?? new Map<string, typeof end>();
      if (panes.size >= mostOfPerson) return "too-many";
      if (size >= mostOfAll) return "full";
      ends.set(person, panes.set(pane, end));
      size += 1;
      return () => leave(person, pane, end);
    },
    close() {
      isClosed = true;
      const open = [...ends.values()].flatMap((panes) => [...panes.values()]);
      ends.clear();
      size = 0;
      for (const end of open) end("stopping");
    },
    get size() {
      return size;
    },
  };
}
