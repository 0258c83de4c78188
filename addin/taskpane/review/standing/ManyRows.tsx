import { Title } from "../../parts/Title.tsx";
import { Hush } from "../../parts/Hush.tsx";
import type { ChosenRows } from "../../../sync/status-session.ts";
import { stagesText, statusText } from "../../text/status-text.ts";
import { standingActs } from "./standing-acts.ts";
import { StandingActs } from "./StandingActs.tsx";

/** Several selected rows: how they stand, and what is done with all of them at once. */
export function ManyRows({ chosen, titleId }: { readonly chosen: ChosenRows; readonly titleId: string }) {
  return (
    <>
      <Title level={3} id={titleId}>
        {statusText.chosen(chosen.rows.length, chosen.unit)}
      </Title>
      <Hush>{stagesText(chosen.rows)}</Hush>
      <StandingActs acts={standingActs(chosen)} />
    </>
  );
}
