import { html } from '../../markup/html.ts';
import type { Card } from '../card-content.ts';
import { shortened } from '../shortened.ts';
import { drawableText } from './drawable-text.ts';
import { linesMarkup } from './lines-markup.ts';
import { pictureContent } from './picture-content.ts';
import { footerY, pictureFrame, textAt } from './picture-frame.ts';
import { columnsIn, frame } from './picture-layout.ts';

const titleSize = 32;
const footerSize = 24;

/**
 * The picture of a run for the cards of other sites, as SVG to be drawn with the site's own faces: what
 * render-card.ts has, in a shape that is given, light, and in type that can be read at half its size.
 */
export function renderPicture(card: Card): string {
  const title = shortened(drawableText(card.title), columnsIn(titleSize));
  const footer = [drawableText(card.ran), 'live-man'].filter(Boolean).join(' · ');
  const ran = shortened(footer, columnsIn(footerSize));
  return pictureFrame(
    html`${textAt(62, titleSize, 'ink strong', title)}
      <path class="rule" stroke-width="2" d="M0 ${frame.rule}H${frame.width}" />
      ${linesMarkup(pictureContent(card), frame.lines)} ${textAt(footerY, footerSize, 'quiet', ran)}`,
  );
}
