import type { Page } from "playwright-core";
import { pushSchema, type PushedRow } from "../../../shared/contract.ts";

/** The rows that travelled in each push since somebody looked last. */
export interface PushWatch {
  take(): readonly PushedRow[];
}

/** Watches what the panes of a page send. */
export function watchPushes(page: Page): PushWatch {
  let rows: PushedRow[] = [];
  page.on("request", (request) => {
    if (request.method() !== "POST" || !request.url().endsWith("/api/push")) return;
    rows.push(...pushSchema.parse(request.postDataJSON()).rows);
  });
  return {
    take() {
      const taken = rows;
      rows = [];
      return taken;
    },
  };
}
