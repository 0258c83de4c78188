import { afterAll } from "vitest";
import { removeTemporaryFolders } from "./temporary-folder.ts";

// Said first, and so done last: by then services that stand on the folders have stopped.
afterAll(removeTemporaryFolders);
