import { sourceLanguage } from '../../playground-server/protocol/index.ts';
import type { FramedVariant } from '../facts/framed-variants.ts';
import { lensTable } from '../facts/lens-table.ts';
import { applyEvents } from '../playground/client/apply-event.ts';
import { idleRun } from '../playground/client/run-state.ts';
import { ranOn } from './ran-on.ts';
import { renderCard } from './render-card.ts';

/** The picture of an example with its recorded results, as SVG. */
export function exampleCard({ facts, variant }: FramedVariant): string {
  const { rows, environment } = applyEvents(idleRun, variant.recorded);
  return renderCard({
    title: facts.title[sourceLanguage],
    language: lensTable[variant.lens].language,
    source: variant.source,
    rows,
    ran: ranOn(environment),
  });
}
