import type { DirectoryPerson } from "../model/directory.ts";

/** Whom the example rows of the definitions name. */
export const exampleAdvisor: DirectoryPerson = {
  id: "example-advisor",
  name: "María Ruiz Támara",
  role: "advisor",
};
