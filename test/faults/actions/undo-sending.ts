import fc from "fast-check";
import { pushesOf } from "../invariants/exchanges.ts";
import { defineAction } from "./action.ts";
import { pick, which, who } from "./chosen.ts";

/** Somebody takes one of their sendings back, as far as nobody built on it. Rows that it made are void then. */
export const undoSending = defineAction({
  kind: "undo-sending",
  weight: 5,
  choices: fc.record({ who, sending: which }),
  async perform(world, { who: desk, sending: chosen }) {
    const place = await world.desk(desk);
    const { commands, getState } = place.session;
    await commands.loadSendings();
    const mine = pushesOf(world).filter(({ person }) => person === place.person.id);
    const acts = new Set(mine.map(({ push }) => push.act ?? push.pushId));
    const sending = pick(
      (getState().sendings?.list ?? []).filter(({ act }) => acts.has(act)),
      chosen,
    );
    if (!sending) return;
    for (const { push } of mine.filter((one) => (one.push.act ?? one.push.pushId) === sending.act))
      for (const { id } of push.rows) world.ledger.voidedByWill.add(id);
    await commands.undoSending(sending.act, "Se toma de vuelta en el ensayo");
  },
});
