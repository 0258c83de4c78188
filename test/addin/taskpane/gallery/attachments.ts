import type { RowAttachments, ShownAttachment } from "../../../../addin/sync/attachments-session.ts";
import type { PaneState } from "../../../../addin/sync/session.ts";

type Part = Pick<PaneState, "attachments" | "selection">;

/** A house under the sky, as a photo of a customer's place. */
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="90"><rect width="120" height="90" fill="#9cc4e8"/><rect y="62" width="120" height="28" fill="#8a8f7a"/><path d="M30 45 60 22 90 45v25H30z" fill="#d8a15c"/><rect x="53" y="50" width="14" height="20" fill="#6b4a2b"/></svg>';

const photo: ShownAttachment = {
  id: "a".repeat(32),
  name: "fachada.jpg",
  type: "image/jpeg",
  bytes: 1_240_000,
  by: "Ana María Torres",
  at: new Date(Date.now() - 3 * 60_000).toISOString(),
  hasPosition: true,
  thumbnail: `data:image/svg+xml,${encodeURIComponent(drawing)}`,
};

const shown: readonly ShownAttachment[] = [
  photo,
  {
    ...photo,
    id: "b".repeat(32),
    name: "acta de visita firmada.pdf",
    type: "application/pdf",
    hasPosition: false,
    thumbnail: null,
  },
  {
    ...photo,
    id: "c".repeat(32),
    name: "plano.heic",
    type: "image/heic",
    hasPosition: false,
    thumbnail: null,
  },
];

const none: Omit<RowAttachments, "link" | "position"> = {
  sheet: "visits",
  rowId: "d".repeat(32),
  stage: "ready",
  canAttach: true,
  shown: [],
  removed: [],
  sending: null,
};

const at = (row: number, link: string, what: Partial<RowAttachments>): Part => ({
  selection: { link, row, position: row - 5, column: null },
  attachments: { ...none, ...what, link, position: row - 5 },
});

export const attachmentsOf = (row: number, link: string): Part =>
  at(row, link, {
    shown,
    removed: [
      {
        id: "e".repeat(32),
        name: "otra casa.jpg",
        by: "Ana María Torres",
        at: photo.at,
        reason: "Es de otro usuario",
      },
    ],
  });

export const attachmentsUnsent = (row: number, link: string): Part =>
  at(row, link, { stage: "unsent", canAttach: false });
