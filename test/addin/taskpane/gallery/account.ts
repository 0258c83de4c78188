import type { OpenSession } from "../../../../shared/contract/sign-in.ts";
import type { AccountCommands } from "../../../../addin/sync/account-session.ts";
import type { Outcome } from "../../../../addin/sync/session.ts";

type Answer = <T>(command: keyof AccountCommands, asked: readonly unknown[], value: T) => Promise<Outcome<T>>;

const day = 24 * 60 * 60_000;
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString();

const sessions: readonly OpenSession[] = [
  {
    id: "1",
    device: "Windows · Edge",
    address: "190.85.12.7",
    openedAt: ago(day),
    usedAt: ago(0),
    isThis: true,
  },
  {
    id: "2",
    device: "Mac · Safari",
    address: "190.85.12.9",
    openedAt: ago(day),
    usedAt: ago(7_200_000),
    isThis: false,
  },
  {
    id: "3",
    device: "Android · Chrome",
    address: "181.49.3.20",
    openedAt: ago(9 * day),
    usedAt: ago(3 * day),
    isThis: false,
  },
];

/** Whoever signs in as `con-codigo@…` is asked for a code, `111111` is a wrong one, and `Colombia2026` a weak password. */
export function accountFixture(answer: Answer): AccountCommands {
  return {
    signIn: (email, password) =>
      answer(
        "signIn",
        [email, password],
        email.startsWith("con-codigo")
          ? { result: "code-needed", challenge: "c", sentTo: "a•••@aseosabana.example" }
          : { result: "signed-in" },
      ),
    signInCode: (challenge, code) =>
      answer(
        "signInCode",
        [challenge, code],
        code === "111111" ? { result: "wrong-code", left: 4 } : { result: "signed-in" },
      ),
    anotherCode: (challenge) => answer("anotherCode", [challenge], "sent"),
    forgotPassword: (email) => answer("forgotPassword", [email], "sent"),
    setPassword: (code, password) =>
      answer(
        "setPassword",
        [code],
        password === "Colombia2026" ? { result: "weak", why: "guessable" } : { result: "signed-in" },
      ),
    changePassword: () => answer("changePassword", [], { result: "changed" }),
    ownSessions: () => answer("ownSessions", [], sessions),
    endOwnSessions: (which) => answer("endOwnSessions", [which], undefined),
    signOut: async () => void (await answer("signOut", [], undefined)),
  };
}
