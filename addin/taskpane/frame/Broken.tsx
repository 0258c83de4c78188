import { Button } from "@fluentui/react-components";
import { Empty } from "../parts/Empty.tsx";
import { Page } from "../parts/Page.tsx";
import { es } from "../text/es.ts";
import { failureText } from "../text/failure-sentences.ts";
import { reloadPane } from "./reload-pane.ts";

/** Stands where a view could not be drawn. */
export function Broken() {
  return (
    <Page>
      <div role="alert">
        <Empty line={failureText({ code: "unexpected" }).sentence}>
          <Button onClick={reloadPane}>{es.wayOut.reload}</Button>
        </Empty>
      </div>
    </Page>
  );
}
