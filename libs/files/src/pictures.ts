import sharp from 'sharp';
import { refusals } from './file-refusals';

const MAX_PIXELS = 50_000_000;
const QUALITY = 90;

// Two cores serve requests as well; one picture may not take all of them.
sharp.concurrency(1);

/**
 * Makes a picture anew from its pixels: what else the file carried (place, camera, other formats, code) is left behind.
 * @throws file.broken, file.picture_too_large
 */
export async function remakePicture(bytes: Buffer, mediaType: string): Promise<Buffer> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true });
    // Turned as the camera meant it, since that note is dropped with the rest.
    const upright = picture.rotate();
    return await (mediaType === 'image/png' ? upright.png() : upright.jpeg({ quality: QUALITY })).toBuffer();
  } catch (error) {
    throw pictureRefusal(error);
  }
}

/** Refuses pictures that only pretend to be small; the picture stays as it came, because it carries a signature. */
export async function measurePicture(bytes: Buffer): Promise<void> {
  try {
    await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).metadata();
  } catch (error) {
    throw pictureRefusal(error);
  }
}

function pictureRefusal(error: unknown): Error {
  const text = error instanceof Error ? error.message : '';
  return /pixel limit/i.test(text) ? refusals.tooManyPixels() : refusals.broken();
}
