import { createTransport } from "nodemailer";

export interface MailSettings {
  /** `smtp://` or `smtps://`, with name and password where the server asks for them. */
  readonly url: string;
  /** Who the letters come from, such as `Ventas al Día <ventas@aseo.co>`. */
  readonly from: string;
}

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends letters; throws `MailUnavailable` where the mail server does not take one. */
export interface Mailer {
  send(letter: Letter): Promise<void>;
}

/** The mail server did not take a letter. The message is without names: the server's own words may hold an address. */
export class MailUnavailable extends Error {
  override readonly name = "MailUnavailable";
}

/** Milliseconds for which one waits for the mail server while a person waits for us. */
const patience = 10_000;

export function createMailer({ url, from }: MailSettings): Mailer {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  const transport = createTransport({
    host: hostname,
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    // Names, passwords and codes cross other people's lines only under TLS; a relay on this machine needs none.
    requireTLS: !secure && !isHere(hostname),
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // Letters are text of our own: nothing in one makes the service read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text }) {
      try {
        await transport.sendMail({ from, to: { name: "", address: to }, subject, text });
      } catch (error) {
        throw new MailUnavailable(`the mail server took no letter (${codeOf(error)})`);
      }
    },
  };
}

const isHere = (host: string): boolean => ["localhost", "127.0.0.1", "[::1]"].includes(host);

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
