import type { PictureOrder } from '../../protocol/picture.ts';
import type { AppContext } from '../server-parts.ts';
import type { Pictures } from './pictures.ts';

/** A picture needs no policy of a page's, which is long. */
const inert = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** As long as a queue may last. */
const busySeconds = 5;

/** A picture for whatever page shows it; 404 if the site is not built, 503 if too many are asked for. */
export async function sendPicture(
  c: AppContext,
  pictures: Pictures,
  name: string,
  order: PictureOrder,
): Promise<Response> {
  const answer = await pictures.draw(name, order);
  if (answer.kind === 'busy') {
    c.header('retry-after', String(busySeconds));
    return c.body(null, 503);
  }
  if (answer.kind !== 'drawn') return c.notFound();
  c.header('content-security-policy', inert);
  c.header('access-control-allow-origin', '*');
  c.header('cross-origin-resource-policy', 'cross-origin');
  // What it shows never changes, but it may cease to be kept, and the site may be built anew.
  c.header('cache-control', 'public, max-age=3600');
  return c.body(new Uint8Array(answer.png), 200, { 'content-type': 'image/png' });
}
