import type { Day, Row } from "../../shared/model/value.ts";
import {
  inventBusinessName,
  inventDocument,
  inventEmail,
  inventMobile,
  inventPersonName,
  type DocumentType,
} from "./identities.ts";
import { inventPlace } from "./places.ts";
import type { Random } from "./random.ts";

/** What the story asks of a user; the rest is invented. */
export interface CustomerTraits {
  readonly advisor: string;
  readonly market: "regulated" | "unregulated";
  readonly linkedOn: Day | null;
}

/** Gives the next account of a municipality. */
export type Accounts = (municipality: string) => string;

/** Accounts are numbered one after the other, after the municipality's code. */
export function countAccounts(): Accounts {
  let last = 1_000;
  return (municipality) => `${municipality}-${String((last += 1)).padStart(5, "0")}`;
}

type Producer = keyof typeof producerWeights;

const producerWeights = { residential: 58, small: 29, big: 7, multi: 6 } as const;

const useWeights = {
  residential: { residential: 1, commercial: 0, industrial: 0, official: 0 },
  small: { residential: 0, commercial: 9, industrial: 0, official: 1 },
  big: { residential: 0, commercial: 6, industrial: 3, official: 1 },
  multi: { residential: 8, commercial: 2, industrial: 0, official: 0 },
} as const satisfies Record<Producer, unknown>;

/** Cubic metres a month, in tenths, from and to; a household is not measured. */
const tenthsOfVolume = {
  residential: null,
  small: [1, 9],
  big: [12, 380],
  multi: [20, 140],
} as const satisfies Record<Producer, unknown>;

/** A user with every typed column of the record. */
export function inventCustomer(random: Random, accounts: Accounts, traits: CustomerTraits): Row {
  const producer = traits.market === "unregulated" ? "big" : random.weighted(producerWeights);
  const { municipality, district, address } = inventPlace(random);
  const identity = inventIdentity(random, producer);
  const consent = random.chance(0.94) ? "yes" : "no";
  return {
    account: accounts(municipality),
    ...identity,
    market: traits.market,
    producer,
    ...inventUse(random, producer),
    address,
    district,
    municipality,
    mobile: random.chance(0.9) ? inventMobile(random) : null,
    email: random.chance(0.45) ? inventEmail(identity.name) : null,
    advisor: traits.advisor,
    linkedOn: traits.linkedOn,
    contract: traits.linkedOn === null ? null : `CTO-${traits.linkedOn.slice(0, 4)}-${random.digits(4)}`,
    consent,
    consentOn: consent === "yes" ? traits.linkedOn : null,
  };
}

function inventIdentity(random: Random, producer: Producer) {
  const documentType = inventDocumentType(random, producer);
  return {
    documentType,
    documentNumber: inventDocument(random, documentType),
    name: documentType === "NIT" ? nameOf(random, producer) : inventPersonName(random),
  };
}

function inventDocumentType(random: Random, producer: Producer): DocumentType {
  if (producer === "residential") return random.weighted({ CC: 94, CE: 3, PPT: 3 });
  return producer === "small" && random.chance(0.35) ? "CC" : "NIT";
}

function nameOf(random: Random, producer: Producer): string {
  if (producer !== "multi") return inventBusinessName(random, producer === "big" ? "big" : "small");
  return `Conjunto ${random.pick(["Los Cocuyos", "La Tinaja", "Villa Totumo", "Marea Lila", "Sabana Clara"])} P.H.`;
}

function inventUse(random: Random, producer: Producer) {
  const use = random.weighted(useWeights[producer]);
  const tenths = tenthsOfVolume[producer];
  return {
    volume: tenths === null ? null : random.whole(tenths[0], tenths[1]) / 10,
    use,
    stratum: use === "residential" ? Number(random.weighted({ 1: 34, 2: 36, 3: 22, 4: 6, 5: 2 })) : null,
  };
}
