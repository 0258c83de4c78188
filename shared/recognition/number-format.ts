/** Whether a number format shows a number as a day or a time: a date letter outside texts, colours and escapes. */
export function isDateFormat(format: string): boolean {
  const known = answers.get(format);
  if (known !== undefined) return known;
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, "");
  const answer = /[dmyhs]/iu.test(bare) && !/general/iu.test(bare);
  answers.set(format, answer);
  return answer;
}

/** Whether a number format shows money: a currency sign or code. */
export const isMoneyFormat = (format: string): boolean => /[$€]|COP|USD/u.test(format);

/** Whether a number format shows a number as so many hundredths: a percent sign outside texts and escapes. */
export const isPercentFormat = (format: string): boolean => /%/u.test(format.replace(/"[^"]*"|\\./gu, ""));

/** Formats repeat by the thousand; a hostile workbook may have many, so no more than these are remembered. */
const answers = new Map<string, boolean>();
