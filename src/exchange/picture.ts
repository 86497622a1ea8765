import { imageSize } from 'image-size';

const KINDS = ['svg', 'png', 'jpg', 'gif'] as const;

/** A picture that can stand in a document. */
export interface PictureFacts {
  readonly kind: (typeof KINDS)[number];
  /** In pixels of which 96 are an inch. */
  readonly width: number;
  readonly height: number;
}

/** What these bytes are a picture of that a document can show; undefined where they are none. */
export function pictureFacts(bytes: Uint8Array): PictureFacts | undefined {
  try {
    const { type, width, height } = imageSize(bytes);
    const kind = KINDS.find((one) => one === type);
    return kind && { kind, width, height };
  } catch {
    return undefined;
  }
}
