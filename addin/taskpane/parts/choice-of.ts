/** What somebody chose among the options of a control, which gives it as mere text; the fallback for anything else. */
export function choiceOf<T extends string>(options: readonly T[], value: unknown, fallback: NoInfer<T>): T {
  return options.find((option) => option === value) ?? fallback;
}
