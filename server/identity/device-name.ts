/**
 * What a browser says it is, in words that people know their devices by, such as `Windows · Edge`. Nothing else of what
 * it says is kept. Excel on the desktop shows the pane in Edge (Windows) or Safari (Mac).
 */
export function deviceName(userAgent: string): string {
  const named = [systems, browsers].flatMap((kinds) => {
    const found = kinds.find(([, pattern]) => pattern.test(userAgent));
    return found ? [found[0]] : [];
  });
  return named.join(" · ");
}

type Kinds = readonly (readonly [name: string, pattern: RegExp])[];

// The first that fits: Android says Linux too, an iPad says Macintosh, Edge says Chrome, and all say Safari.
const systems: Kinds = [
  ["iPad", /iPad/],
  ["iPhone", /iPhone/],
  ["Android", /Android/],
  ["Windows", /Windows/],
  ["Mac", /Macintosh|Mac OS/],
  ["Linux", /Linux|CrOS/],
];
const browsers: Kinds = [
  ["Edge", /Edg/],
  ["Firefox", /Firefox|FxiOS/],
  ["Chrome", /Chrom|CriOS/],
  ["Safari", /Safari|AppleWebKit/],
];
