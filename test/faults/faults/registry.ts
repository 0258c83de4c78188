import type { Action } from "../actions/action.ts";
import { clockSkew } from "./clock-skew.ts";
import { cutRequest } from "./cut-request.ts";
import { deliverAgain, deliverLate } from "./deliver-again.ts";
import { fullDisk } from "./full-disk.ts";
import { killClient } from "./kill-client.ts";
import { killService } from "./kill-service.ts";
import { offline } from "./offline.ts";
import { outsideLock } from "./outside-lock.ts";
import { backUp, restoreBackup } from "./restore-backup.ts";

/** All that goes wrong. */
export const faults: readonly Action[] = [
  cutRequest,
  offline,
  killClient,
  killService,
  deliverAgain,
  deliverLate,
  clockSkew,
  outsideLock,
  fullDisk,
  backUp,
  restoreBackup,
];
