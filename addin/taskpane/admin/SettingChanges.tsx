import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Setting } from "../../../shared/model/setting.ts";
import type { SettingChange } from "../../sync/settings-session.ts";
import { ActLink } from "../parts/ActLink.tsx";
import { Hush } from "../parts/Hush.tsx";
import { Moment } from "../parts/Moment.tsx";
import { settingsText } from "../text/settings-text.ts";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
});

interface SettingChangesProps {
  readonly setting: Setting;
  readonly changes: readonly SettingChange[];
}

/** Who changed a setting last, and behind a link those before. */
export function SettingChanges({ setting, changes }: SettingChangesProps) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  if (changes.length === 0) return <Hush>{settingsText.unchanged}</Hush>;
  const shown = all ? changes : changes.slice(0, 1);
  return (
    <>
      <ul className={styles.list}>
        {shown.map(({ version, value, by, at, reason }) => (
          <li key={version}>
            <Hush>
              {settingsText.amount(value, setting.unit)} · {settingsText.by(by)} · <Moment at={at} />
              <br />“{reason}”
            </Hush>
          </li>
        ))}
      </ul>
      {changes.length > 1 && (
        <div>
          <ActLink
            text={all ? settingsText.hide : settingsText.earlier(changes.length - 1)}
            onAct={() => setAll(!all)}
          />
        </div>
      )}
    </>
  );
}
