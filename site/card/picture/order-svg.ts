import type { PictureOrder } from '../../../playground-server/protocol/picture.ts';
import type { SignedResult } from '../../../playground-server/protocol/index.ts';
import { sourceTitle } from '../../../playground-server/protocol/source-title.ts';
import { resultCard } from '../result-card.ts';
import { renderPicture } from './render-picture.ts';

/** What is ordered, as SVG. */
export function orderSvg(order: PictureOrder): string {
  if (order.kind === 'built') return order.svg;
  if (order.kind === 'snippet') {
    const { source, language } = order;
    return renderPicture({ title: sourceTitle(order), language, source, rows: [], ran: '' });
  }
  const { result } = JSON.parse(order.signed) as SignedResult;
  return renderPicture(resultCard(result, sourceTitle(result.request)));
}
