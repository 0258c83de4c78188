import type { Load as Loading } from "../../sync/familiar-session.ts";
import { BackButton } from "../parts/BackButton.tsx";
import { Page } from "../parts/Page.tsx";
import { Title } from "../parts/Title.tsx";
import { useActs } from "../session/SessionProvider.tsx";
import { loadText } from "../text/load-text.ts";
import { LoadDone } from "./LoadDone.tsx";
import { LoadProgress } from "./LoadProgress.tsx";
import { LoadReport } from "./LoadReport.tsx";

/** *Carga inicial*: first what there is, then how it goes, last what was done. */
export function Load({ load }: { readonly load: Loading }) {
  const { commands } = useActs();
  return (
    <Page>
      <div>
        {load.phase === "report" && <BackButton text={loadText.back} onBack={() => commands.closeLoad()} />}
        <Title level={2}>{loadText.title}</Title>
      </div>
      <Phase load={load} />
    </Page>
  );
}

function Phase({ load }: { readonly load: Loading }) {
  switch (load.phase) {
    case "report":
      return <LoadReport tables={load.tables} leftOut={load.leftOut} />;
    case "running":
    case "paused":
      return <LoadProgress tables={load.tables} paused={load.phase === "paused"} />;
    case "done":
      return <LoadDone tables={load.tables} leftOut={load.leftOut} />;
  }
}
