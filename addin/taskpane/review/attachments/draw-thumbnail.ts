import { attachmentLimits } from "../../../../shared/contract/attachments.ts";

/** Pixels of the longer side. */
const side = 240;

/** A small JPEG of a photo, the right way up; null where the browser cannot draw it, as most cannot draw HEIC. */
export async function drawThumbnail(photo: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  const picture = await decoded(photo);
  if (!picture) return null;
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d");
  // What is transparent would be black in a JPEG.
  if (pen) pen.fillStyle = "white";
  pen?.fillRect(0, 0, canvas.width, canvas.height);
  pen?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.8));
  if (!drawn || drawn.size > attachmentLimits.thumbnailBytes) return null;
  return new Uint8Array(await drawn.arrayBuffer());
}

async function decoded(photo: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(photo);
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return null;
    throw error;
  }
}
