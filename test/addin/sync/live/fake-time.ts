/** Time that passes when a test says so. */
export function fakeTime() {
  let at = 0;
  let tasks: { readonly task: () => void; readonly at: number }[] = [];
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    now: () => new Date(at),
    schedule(task: () => void, milliseconds: number) {
      const entry = { task, at: at + milliseconds };
      tasks.push(entry);
      return () => (tasks = tasks.filter((one) => one !== entry));
    },
    /** Lets time pass, and everything happen that it brings, in its order. */
    async pass(milliseconds: number) {
      const end = at + milliseconds;
      for (;;) {
        await settle();
        const [next] = tasks.filter((one) => one.at <= end).toSorted((one, other) => one.at - other.at);
        if (!next) break;
        tasks = tasks.filter((one) => one !== next);
        at = next.at;
        next.task();
      }
      at = end;
      await settle();
    },
    get waiting() {
      return tasks.length;
    },
  };
}
