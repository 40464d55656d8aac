import type { ResultRenderer } from '../../playground-server/protocol/index.ts';
import { renderCard } from '../card/render-card.ts';
import { resultCard } from '../card/result-card.ts';
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
export const renderResultCard: ResultRenderer['renderResultCard'] = (result, title) =>
  renderCard(resultCard(result, title));
