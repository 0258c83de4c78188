import { makeStyles, tokens } from "@fluentui/react-components";
import { ActLink } from "../parts/ActLink.tsx";
import { Hush } from "../parts/Hush.tsx";
import { es } from "../text/es.ts";
import { loadText } from "../text/load-text.ts";
import { undoText } from "../text/undo-text.ts";

const useStyles = makeStyles({
  ways: {
    listStyleType: "none",
    margin: 0,
    padding: `${tokens.spacingVerticalM} 0 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
  },
});

interface OtherWaysProps {
  readonly onInsert: () => void;
  readonly onLoad: () => void;
  readonly onSendings: () => void;
}

/** The less usual things to do with the records of the workbook, each with what it does. */
export function OtherWays({ onInsert, onLoad, onSendings }: OtherWaysProps) {
  return (
    <ul className={useStyles().ways}>
      <li>
        <ActLink text={es.sheets.insert} onAct={onInsert} />
        <Hush>{es.sheets.insertWhy}</Hush>
      </li>
      <li>
        <ActLink text={loadText.start} onAct={onLoad} />
        <Hush>{loadText.startWhy}</Hush>
      </li>
      <li>
        <ActLink text={undoText.open} onAct={onSendings} />
        <Hush>{undoText.openWhy}</Hush>
      </li>
    </ul>
  );
}
