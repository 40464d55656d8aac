import type { PictureOrder } from '../../protocol/picture.ts';
import type { AppContext } from '../server-parts.ts';
import { forPagesOfAnyOrigin, inert, keptAnHour } from '../site/passed-on.ts';
import type { Pictures } from './pictures.ts';

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
  forPagesOfAnyOrigin(c);
  c.header('cache-control', keptAnHour);
  return c.body(new Uint8Array(answer.png), 200, { 'content-type': 'image/png' });
}
