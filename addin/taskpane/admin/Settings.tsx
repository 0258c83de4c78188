import { useEffect } from "react";
import { settings } from "../../../shared/settings/registry.ts";
import { Hush } from "../parts/Hush.tsx";
import { Loading } from "../parts/Loading.tsx";
import { Page } from "../parts/Page.tsx";
import { Title } from "../parts/Title.tsx";
import { useActs, usePane } from "../session/SessionProvider.tsx";
import { settingsText } from "../text/settings-text.ts";
import { SettingCard } from "./SettingCard.tsx";

/** The numbers that the company goes by, each with who changed it, when and why. */
export function Settings() {
  const { settings: shown } = usePane();
  const { commands } = useActs();
  useEffect(() => void commands.loadSettings(), [commands]);
  return (
    <Page>
      <div>
        <Title level={2}>{settingsText.title}</Title>
        <Hush>{settingsText.intro}</Hush>
      </div>
      {shown === null ? (
        <Loading blocks={settings.length} />
      ) : (
        settings.map((setting) => {
          const one = shown.find(({ id }) => id === setting.id);
          return one && <SettingCard key={setting.id} setting={setting} shown={one} />;
        })
      )}
    </Page>
  );
}
