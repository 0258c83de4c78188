import { useState } from "react";
import type { VanishedRow } from "../../sync/session.ts";
import { Hush } from "../parts/Hush.tsx";
import { useFocusWithin } from "../parts/use-focus.ts";
import { useActs } from "../session/SessionProvider.tsx";
import { es } from "../text/es.ts";
import { leftText } from "../text/status-text.ts";
import { ReasonForm } from "./ReasonForm.tsx";

interface VoidFormProps {
  readonly rows: readonly VanishedRow[];
  readonly onDone: () => void;
}

/** Asks why rows are voided; nothing is erased, they stop counting. */
export function VoidForm({ rows, onDone }: VoidFormProps) {
  const { run } = useActs();
  const element = useFocusWithin<HTMLDivElement>("input");
  const [told, setTold] = useState("");
  const voidRows = async (reason: string) => {
    const outcome = await run((commands) => commands.voidVanished(rows, reason));
    if (!outcome.ok) return;
    const left = leftText(outcome.value);
    if (left === "") onDone();
    else setTold(left);
  };
  return (
    <div ref={element}>
      {rows.length === 1 && <Hush>{rows[0]?.label}</Hush>}
      <ReasonForm
        label={es.vanished.reason}
        main={{ label: es.vanished.confirm(rows.length), onGive: (reason) => void voidRows(reason) }}
        onCancel={onDone}
      />
      <output>{told !== "" && <Hush>{told}</Hush>}</output>
    </div>
  );
}
