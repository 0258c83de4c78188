import {
  evidenceQuerySchema,
  evidenceSchema,
  healthSchema,
  indicatorAnswerSchema,
  meSchema,
  monthsQuerySchema,
  tableAnswerSchema,
} from "../contract.ts";
import { accountEndpoints } from "./endpoints/accounts.ts";
import { costly, forAnybody, get, post, type Endpoint } from "./endpoints/endpoint.ts";
import { rowEndpoints } from "./endpoints/rows.ts";
import { learnedSchema, synonymsAnswerSchema, synonymsSchema } from "./learned.ts";
import { changeSettingSchema, settingChangedSchema, settingsSchema } from "./settings.ts";

/** Every endpoint of the service: a test keeps this list and the routes the same. */
export const endpoints: readonly Endpoint[] = [
  forAnybody(get("/health", healthSchema)),
  get("/me", meSchema),
  ...accountEndpoints,
  ...rowEndpoints,
  costly(get("/indicators/:id", indicatorAnswerSchema, monthsQuerySchema)),
  costly(get("/indicators/:id/rows", evidenceSchema, evidenceQuerySchema)),
  costly(get("/tables/:id", tableAnswerSchema, monthsQuerySchema)),
  costly(get("/synonyms", learnedSchema)),
  post("/synonyms", synonymsSchema, synonymsAnswerSchema),
  costly(get("/settings", settingsSchema)),
  post("/settings", changeSettingSchema, settingChangedSchema),
];
