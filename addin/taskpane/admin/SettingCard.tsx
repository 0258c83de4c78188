import { Button, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { Setting } from "../../../shared/model/setting.ts";
import type { ShownSetting } from "../../sync/settings-session.ts";
import { Card } from "../parts/Card.tsx";
import { Hush } from "../parts/Hush.tsx";
import { Title } from "../parts/Title.tsx";
import { settingsText } from "../text/settings-text.ts";
import { SettingChanges } from "./SettingChanges.tsx";
import { SettingForm } from "./SettingForm.tsx";

const useStyles = makeStyles({
  head: {
    display: "flex",
    alignItems: "baseline",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalM,
  },
  value: { ...typographyStyles.body1Strong, whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" },
  act: { alignSelf: "flex-start" },
});

interface SettingCardProps {
  readonly setting: Setting;
  readonly shown: ShownSetting;
}

/** One setting: its number, what changes with it, and the form that changes it. */
export function SettingCard({ setting, shown }: SettingCardProps) {
  const styles = useStyles();
  const id = useId();
  const [isChanging, setChanging] = useState(false);
  return (
    <Card labelledBy={id}>
      <div className={styles.head}>
        <Title level={3} id={id}>
          {setting.label}
        </Title>
        <span className={styles.value}>{settingsText.amount(shown.value, setting.unit)}</span>
      </div>
      <Hush>{setting.explains}</Hush>
      {isChanging ? (
        <SettingForm setting={setting} value={shown.value} onDone={() => setChanging(false)} />
      ) : (
        <>
          <SettingChanges setting={setting} changes={shown.changes} />
          <Button
            className={styles.act}
            size="small"
            aria-label={settingsText.changeOf(setting.label)}
            onClick={() => setChanging(true)}
          >
            {settingsText.change}
          </Button>
        </>
      )}
    </Card>
  );
}
