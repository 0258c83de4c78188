import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import type { MailSettings } from "../../../server/identity/mail.ts";

/** A mail server that keeps what it is sent. */
export interface Mailbox {
  readonly settings: MailSettings;
  /** Every letter so far, as its text crossed the line. */
  readonly letters: readonly { readonly to: string; readonly text: string }[];
  /** The next letter to an address, once it is there. */
  next(to: string): Promise<string>;
  /** Takes no more letters, or takes them again. */
  refuse(yes: boolean): void;
  close(): Promise<void>;
}

export async function openMailbox(): Promise<Mailbox> {
  const letters: { to: string; text: string; isRead: boolean }[] = [];
  let refuses = false;
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onMailFrom: (_address, _session, done) =>
      done(refuses ? Object.assign(new Error("full"), { responseCode: 452 }) : null),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const text = decoded(Buffer.concat(chunks).toString("utf8"));
        for (const { address } of session.envelope.rcptTo) letters.push({ to: address, text, isRead: false });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    settings: { url: `smtp://127.0.0.1:${port}`, from: "Ventas al Día <ventas@aseo.example>" },
    letters,
    async next(to) {
      for (let attempt = 0; attempt < 200; attempt += 1) {
        const letter = letters.find((one) => one.to === to && !one.isRead);
        if (letter) {
          letter.isRead = true;
          return letter.text;
        }
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error(`no letter for ${to}`);
    },
    refuse: (yes) => (refuses = yes),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The body of a letter, whose lines were folded and marked for the way (RFC 2045, 6.7). */
function decoded(raw: string): string {
  if (/transfer-encoding: base64/i.test(raw)) {
    const [head = "", ...rest] = raw.split("\r\n\r\n");
    return `${head}\n\n${Buffer.from(rest.join(""), "base64").toString("utf8")}`;
  }
  const bytes = raw
    .replaceAll(/=\r?\n/g, "")
    .replaceAll(/=([\dA-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

export const longCodeIn = (letter: string): string => /(?:[\dA-Z]{4}-){4}[\dA-Z]{4}/.exec(letter)?.[0] ?? "";
export const digitsIn = (letter: string): string => /^(\d{6})\r?$/m.exec(letter)?.[1] ?? "";
