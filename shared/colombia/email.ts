import { editDistance } from "../text/closeness.ts";

/** Domains of the mailboxes that people in Colombia have most. */
const domains = [
  "gmail.com",
  "hotmail.com",
  "hotmail.es",
  "outlook.com",
  "outlook.es",
  "yahoo.com",
  "yahoo.es",
  "yahoo.com.co",
  "icloud.com",
  "live.com",
  "mail.com",
  "ymail.com",
  "msn.com",
];

/** The address with the known domain that its own is one slip away from, or undefined where it is none. */
export function likelierEmail(address: string): string | undefined {
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1);
  if (at < 1 || domain.length > 30 || domains.includes(domain)) return undefined;
  const meant = domains.find((known) => editDistance(domain, known) === 1);
  return meant && `${address.slice(0, at)}@${meant}`;
}

/** What a text that is no address may have meant: commas for points, spaces, a domain without its ending. */
export function repairedEmail(text: string): string | undefined {
  if (text.length > 120) return undefined;
  const compact = text
    .toLowerCase()
    .replace(/\s|[<>()]/gu, "")
    .replace(/,/gu, ".")
    .replace(/@+/gu, "@")
    .replace(/^\.+|[.;:]+$/gu, "");
  const [name, domain, ...more] = compact.split("@");
  if (!name || !domain || more.length > 0) return undefined;
  const whole = domain.includes(".") ? domain : domains.find((known) => known.startsWith(`${domain}.`));
  if (whole === undefined) return undefined;
  return likelierEmail(`${name}@${whole}`) ?? `${name}@${whole}`;
}
