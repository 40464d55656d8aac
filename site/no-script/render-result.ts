import type { ResultRenderer } from '../../playground-server/protocol/index.ts';
import { ranOn } from '../card/ran-on.ts';
import { renderCard } from '../card/render-card.ts';
import { applyEvents } from '../playground/client/apply-event.ts';
import { idleRun } from '../playground/client/run-state.ts';
import { comparisonSections } from './comparison-sections.ts';
import { resultPageSections } from './result-page-sections.ts';
import { fillSlot } from './slot.ts';
import { templateContext } from './template-context.ts';

/** The page at /r/{id}: its words are in the template, so that the server needs none. */
export const renderResultPage: ResultRenderer['renderResultPage'] = async (template, shown) =>
  fillSlot(template, await resultPageSections(shown, templateContext(template)));

/** The page at /r/{id}...{id}. */
export const renderComparison: ResultRenderer['renderComparison'] = (template, results) =>
  fillSlot(template, comparisonSections(results, templateContext(template)));

/** The picture at /r/{id}.svg. */
export const renderResultCard: ResultRenderer['renderResultCard'] = (result, title) => {
  const { rows, untold, environment } = applyEvents(idleRun, result.events);
  const { language, source } = result.request;
  return renderCard({
    title,
    language,
    source,
    rows,
    untold,
    ran: ranOn(environment, result.ranAt),
  });
};
