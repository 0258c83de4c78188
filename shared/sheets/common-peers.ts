import type { PeerRule } from "../model/peer-rule.ts";

/** A user that is given by its account must be among the company's users. */
export function accountExists<K extends string>(column: K): PeerRule<K> {
  return {
    on: column,
    finding: { code: "unknown-account", severity: "warning" },
    against: "customers",
    match: [[column, "account"]],
    digitsOnly: true,
    expect: "some",
  };
}
