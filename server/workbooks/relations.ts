import type { Archive } from "./archive.ts";
import { readXml } from "./xml.ts";

/** Where a part points: the path of another part, and what it is to it. */
export interface Relation {
  readonly kind: string;
  readonly path: string;
}

/** The relations of a part by their id; none where it has none. */
export async function readRelations(archive: Archive, path: string): Promise<ReadonlyMap<string, Relation>> {
  const relations = new Map<string, Relation>();
  const slash = path.lastIndexOf("/") + 1;
  const file = `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
  if (!archive.has(file)) return relations;
  await readXml(archive, file, {
    open(name, { Id, Type = "", Target = "", TargetMode }) {
      if (name !== "Relationship" || Id === undefined || TargetMode === "External") return;
      relations.set(Id, {
        kind: Type.slice(Type.lastIndexOf("/") + 1),
        path: resolve(path.slice(0, slash), Target),
      });
    },
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
