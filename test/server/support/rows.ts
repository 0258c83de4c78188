import type { Row } from "../../../shared/model/value.ts";

/** Rows that every rule allows on the test company's day. */
export const visit = (advisor: string, more: Row = {}): Row => ({
  plannedOn: "2026-03-10",
  visitedOn: "2026-03-10",
  advisor,
  customer: "Panadería El Trigal",
  visitType: "potential",
  market: "regulated",
  purpose: "linking",
  outcome: "interested",
  ...more,
});

export const customer = (account: string, advisor: string | null, more: Row = {}): Row => ({
  account,
  documentType: "CC",
  documentNumber: "1102345678",
  name: "Rosa Elvira Martínez",
  market: "regulated",
  producer: "residential",
  use: "residential",
  stratum: 2,
  address: "Calle 20 # 15-30",
  municipality: "70001",
  mobile: "3001234567",
  advisor,
  linkedOn: "2026-03-05",
  consent: "yes",
  ...more,
});

export const sale = (advisor: string, value: number, more: Row = {}): Row => ({
  date: "2026-03-09",
  contract: "CT-1",
  customer: "Hotel Bahía",
  document: "FV-1",
  kind: value < 0 ? "credit" : "sale",
  value,
  advisor,
  ...more,
});

export const target = (month: number, more: Row = {}): Row => ({
  year: 2026,
  month,
  market: "regulated",
  targetUsers: 40,
  ...more,
});

export const proposal = (number: string, advisor: string, more: Row = {}): Row => ({
  number,
  customer: "Hotel Bahía",
  service: "Poda",
  market: "unregulated",
  monthlyValue: 2_500_000,
  deliveredOn: "2026-03-09",
  receivedBy: "Nohora Caldera",
  state: "delivered",
  advisor,
  ...more,
});

export const claim = (number: string, more: Row = {}): Row => ({
  number,
  filedOn: "2026-03-09",
  customer: "Hotel Bahía",
  kind: "complaint",
  responsible: "Yesenia Acosta",
  ...more,
});
