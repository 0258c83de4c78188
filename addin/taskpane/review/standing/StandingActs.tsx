import { useState, type ReactNode } from "react";
import { ActLink } from "../../parts/ActLink.tsx";
import { Acts } from "../../parts/Acts.tsx";
import { Hush } from "../../parts/Hush.tsx";
import { ReasonForm } from "../ReasonForm.tsx";
import type { StandingAct } from "./standing-acts.ts";
import { useStanding } from "./use-standing.ts";

interface StandingActsProps {
  readonly acts: readonly StandingAct[];
  /** What they are about, for who does not see where they stand. */
  readonly about?: string;
  /** Acts of another kind, which stand before them. */
  readonly before?: ReactNode;
}

/** Acts on rows, each with its reason asked in place, and what came of the last one. */
export function StandingActs({ acts, about, before }: StandingActsProps) {
  const [asked, setAsked] = useState<string | null>(null);
  const { said, act } = useStanding();
  const asking = acts.find(({ text }) => text === asked);
  const give = async ({ command, done }: StandingAct, reason: string) => {
    if (await act(command(reason), done)) setAsked(null);
  };
  return (
    <>
      {asking?.asks ? (
        <ReasonForm
          key={asking.text}
          label={asking.asks.label}
          main={{ label: asking.asks.confirm, onGive: (reason) => void give(asking, reason) }}
          onCancel={() => setAsked(null)}
        />
      ) : (
        (acts.length > 0 || before !== undefined) && (
          <Acts>
            {before}
            {acts.map((one) => (
              <ActLink
                key={one.text}
                text={one.text}
                {...(about === undefined ? {} : { label: `${one.text}: ${about}` })}
                onAct={() => (one.asks ? setAsked(one.text) : void give(one, ""))}
              />
            ))}
          </Acts>
        )
      )}
      <output>{said !== "" && <Hush>{said}</Hush>}</output>
    </>
  );
}
