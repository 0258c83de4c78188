import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { verifyPassword as verifyOlder } from "better-auth/crypto";

/** The work of one hash: memory is 128 · 2^logN · r bytes, passed over p times. */
export interface PasswordCost {
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

/** OWASP Password Storage Cheat Sheet (2025), one of its equal settings of scrypt: 32 MiB, three times. */
export const usualCost: PasswordCost = { logN: 15, r: 8, p: 3 };

/** Hashes passwords and compares them. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long where there is no hash, so that nobody learns whether there is an account. */
  isRight(password: string, hash: string | null): Promise<boolean>;
  /** Whether a hash was made with other work than today's. */
  isOutdated(hash: string): boolean;
}

const keyBytes = 32;

export function createPasswords(cost: PasswordCost = usualCost): Passwords {
  const hash = async (password: string) => {
    const salt = randomBytes(16);
    return toText(cost, salt, await derive(password, salt, cost));
  };
  return {
    hash,
    async isRight(password, kept) {
      if (kept === null) {
        await hash(password);
        return false;
      }
      const parsed = fromText(kept);
      // Hashes of the library of accounts, made before work of our own was asked for.
      if (!parsed) return verifyOlder({ hash: kept, password });
      return timingSafeEqual(await derive(password, parsed.salt, parsed.cost), parsed.key);
    },
    isOutdated: (kept) => !kept.startsWith(prefix(cost)),
  };
}

/** People type the same password as other code points on other machines: NFKC, as NIST SP 800-63B asks. */
function derive(password: string, salt: Buffer, { logN, r, p }: PasswordCost): Promise<Buffer> {
  const N = 2 ** logN;
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, keyBytes, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

const prefix = ({ logN, r, p }: PasswordCost) => `$scrypt$ln=${logN},r=${r},p=${p}$`;

function toText(cost: PasswordCost, salt: Buffer, key: Buffer): string {
  return `${prefix(cost)}${salt.toString("base64url")}$${key.toString("base64url")}`;
}

function fromText(text: string) {
  const match = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/.exec(text);
  if (!match) return undefined;
  const [, logN, r, p, salt = "", key = ""] = match;
  return {
    cost: { logN: Number(logN), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, "base64url"),
    key: Buffer.from(key, "base64url"),
  };
}
