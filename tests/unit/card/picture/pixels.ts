import { join } from 'node:path';
import { decode as decodePng } from 'fast-png';
import { DrawingThread } from '../../../../playground-server/http/pictures/drawing-thread.ts';
import { standardPictureBounds } from '../../../../playground-server/http/pictures/picture-bounds.ts';
import { pictureDrawerFile } from '../../../../playground-server/protocol/picture.ts';
import { writePictureDrawer } from '../../../../site/card/picture/picture-drawer.ts';
import { temporaryFolder } from '../../../tmp/temporary-folder.ts';

/** A picture that was decoded, a byte for each pixel: from 0, black, to 255. */
export interface Pixels {
  width: number;
  height: number;
  grey: Uint8Array;
}

/** Draws an SVG as a PNG. */
export type Draw = (svg: string) => Promise<Uint8Array>;

/** What draws in the server, from a build of its own. */
export async function startDrawing(): Promise<Draw> {
  const dist = temporaryFolder('drawing');
  await writePictureDrawer(dist);
  const thread = new DrawingThread(join(dist, pictureDrawerFile), standardPictureBounds);
  return async (svg) => thread.draw({ kind: 'built', svg });
}

/** Throws if the bytes are no PNG, or not as their checksums say. */
export function decode(png: Uint8Array): Pixels {
  const { width, height, channels, data } = decodePng(png, { checkCrc: true });
  const grey = Uint8Array.from({ length: width * height }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(at * channels, at * channels + 3);
    return Math.round((red + green + blue) / 3);
  });
  return { width, height, grey };
}

/** A part of a picture, as text that is the same for the same pixels. */
export function cut(
  { width, grey }: Pixels,
  place: { x: number; y: number; width: number; height: number },
): string {
  const rows = Array.from({ length: place.height }, (_, row) => {
    const from = (place.y + row) * width + place.x;
    return grey.subarray(from, from + place.width).join();
  });
  return rows.join('\n');
}

/** How many pixels are darker than the paper by far, as letters are. */
export const inkIn = ({ grey }: Pixels): number => grey.filter((value) => value < 128).length;
