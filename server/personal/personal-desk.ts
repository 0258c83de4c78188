import type { Service } from "../service-parts.ts";
import { anonymise, forgetErased, type Anonymised, type AnonymiseRequest } from "./anonymise.ts";
import { exportSubject, type ToldSubject } from "./export-subject.ts";

/** What people may ask of their own data (Ley 1581 de 2012, art. 8), for whoever answers them. */
export interface PersonalDesk {
  export(asked: Parameters<typeof exportSubject>[1]): Promise<ToldSubject>;
  anonymise(request: AnonymiseRequest): Promise<Anonymised>;
  /** Finishes what an interruption left of an anonymisation: contents still in the store. */
  finish(): Promise<number>;
}

export function createPersonalDesk(service: Service): PersonalDesk {
  return {
    export: (asked) => exportSubject(service, asked),
    anonymise: (request) => anonymise(service, request),
    finish: () => forgetErased(service),
  };
}
