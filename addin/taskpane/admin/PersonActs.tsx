import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { StaffMember } from "../../../shared/contract/people.ts";
import { Buttons } from "../parts/Buttons.tsx";
import { peopleText } from "../text/people-text.ts";
import { ChangeName } from "./ChangeName.tsx";
import { ChangeRole } from "./ChangeRole.tsx";
import { Standing, standingAct } from "./Standing.tsx";

type Act = "name" | "role" | "standing";

/** What may be changed of somebody: one form at a time. */
export function PersonActs({ person }: { readonly person: StaffMember }) {
  const [open, setOpen] = useState<Act | null>(null);
  const close = () => setOpen(null);
  if (open === "name") return <ChangeName person={person} onDone={close} />;
  if (open === "role") return <ChangeRole person={person} onDone={close} />;
  if (open === "standing") return <Standing person={person} onDone={close} />;
  const acts: readonly (readonly [Act, string])[] = [
    ["role", peopleText.changeRole],
    ["name", peopleText.changeName],
    ...(person.state === "invited" ? [] : [["standing", standingAct(person)] as const]),
  ];
  return (
    <Buttons>
      {acts.map(([act, label]) => (
        <Button key={act} size="small" onClick={() => setOpen(act)}>
          {label}
        </Button>
      ))}
    </Buttons>
  );
}
