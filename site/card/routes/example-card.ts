import type { APIContext, GetStaticPaths } from 'astro';
import { framedVariants, type FramedVariant } from '../../facts/framed-variants.ts';
import { lensTable } from '../../facts/lens-table.ts';
import { sourceLanguage } from '../../../playground-server/protocol/index.ts';
import { applyEvents } from '../../playground/client/apply-event.ts';
import { idleRun } from '../../playground/client/run-state.ts';
import { ranOn } from '../ran-on.ts';
import { renderCard } from '../render-card.ts';

/** `/embed/io_setup-first.svg`: each variant of an example with its recorded results. */
export const getStaticPaths = (async () =>
  (await framedVariants()).map((props) => ({
    params: { card: props.name },
    props: { ...props },
  }))) satisfies GetStaticPaths;

export function GET({ props: { facts, variant } }: APIContext<FramedVariant>): Response {
  const { rows, environment } = applyEvents(idleRun, variant.recorded);
  const card = renderCard({
    title: facts.title[sourceLanguage],
    language: lensTable[variant.lens].language,
    source: variant.source,
    rows,
    ran: ranOn(environment),
  });
  return new Response(card, { headers: { 'content-type': 'image/svg+xml' } });
}
