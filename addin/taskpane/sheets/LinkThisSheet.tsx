import { Button } from "@fluentui/react-components";
import { TableLinkRegular } from "@fluentui/react-icons/svg/table-link";
import { useFocusWithin } from "../parts/use-focus.ts";
import { usePane } from "../session/SessionProvider.tsx";
import { examinationText } from "../text/examination-text.ts";

/** Finds nothing to focus. */
const noControl = ":not(*)";

interface LinkThisSheetProps {
  /** Somebody comes back from a sheet that was being linked: the focus goes to where they left. */
  readonly isBack: boolean;
  readonly isBusy: boolean;
  readonly onStart: () => void;
}

/** Begins to link the worksheet in front; the first thing to do in a workbook that has nothing yet. */
export function LinkThisSheet({ isBack, isBusy, onStart }: LinkThisSheetProps) {
  const { links } = usePane();
  const element = useFocusWithin<HTMLDivElement>(isBack ? "button" : noControl);
  return (
    <div ref={element}>
      <Button
        icon={<TableLinkRegular />}
        appearance={links.length === 0 ? "primary" : "secondary"}
        disabledFocusable={isBusy}
        onClick={() => isBusy || onStart()}
      >
        {examinationText.start}
      </Button>
    </div>
  );
}
