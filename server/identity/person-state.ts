export { personStateSchema, type PersonState } from "../../shared/model/person-state.ts";
