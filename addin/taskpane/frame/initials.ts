/** The first letters of a name and a surname: `Marta Inés Revollo Támara` is MR, `Dairo Benítez Buelvas` is DB. */
export function initialsOf(name: string): string {
  const words = name.split(" ");
  const surname = words.length > 3 ? words.at(-2) : words[1];
  return [words[0], surname].map((word) => word?.[0] ?? "").join("");
}
