import { sourceLanguage } from '../../playground-server/protocol/index.ts';
import type { FramedVariant } from '../facts/framed-variants.ts';
import { lensTable } from '../facts/lens-table.ts';
import { inLanguage } from '../facts/localized.ts';
import { applyEvents } from '../playground/client/apply-event.ts';
import { idleRun } from '../playground/client/run-state.ts';
import type { Card } from './card-content.ts';
import { ranOn } from './ran-on.ts';
import { renderCard } from './render-card.ts';

/** What the card of an example shows: its recorded results. */
export function cardOfExample(
  { facts, variant }: Pick<FramedVariant, 'facts' | 'variant'>,
  lang: string,
): Card {
  const { rows, environment } = applyEvents(idleRun, variant.recorded);
  return {
    title: inLanguage(facts.title, lang),
    language: lensTable[variant.lens].language,
    source: variant.source,
    rows,
    ran: ranOn(environment),
  };
}

/** The picture of an example with its recorded results, as SVG. */
export const exampleCard = (framed: FramedVariant): string =>
  renderCard(cardOfExample(framed, sourceLanguage));
