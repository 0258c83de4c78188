import { Button } from "@fluentui/react-components";
import { Buttons } from "../parts/Buttons.tsx";
import { Empty } from "../parts/Empty.tsx";
import type { ExaminationTrouble } from "../../sync/familiar-session.ts";
import { useActs } from "../session/SessionProvider.tsx";
import { examinationText, examinationTroubleText } from "../text/examination-text.ts";

interface NotLinkableProps {
  readonly trouble: ExaminationTrouble;
  readonly onInsert: () => void;
}

/** Why a worksheet cannot be linked, and the ways out. */
export function NotLinkable({ trouble, onInsert }: NotLinkableProps) {
  const { run } = useActs();
  const { sentence, wayOut } = examinationTroubleText(trouble);
  const again = (
    <Button
      appearance={wayOut === "again" ? "primary" : "secondary"}
      onClick={() => void run((commands) => commands.examine())}
    >
      {examinationText.again}
    </Button>
  );
  return (
    <Empty line={sentence}>
      <Buttons>
        {wayOut === "insert" && (
          <Button appearance="primary" onClick={onInsert}>
            {examinationText.insert}
          </Button>
        )}
        {again}
      </Buttons>
    </Empty>
  );
}
