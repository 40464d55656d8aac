import type { NamedResult } from '../../playground-server/protocol/index.ts';
import { html } from '../markup/html.ts';
import type { Html } from '../markup/html.ts';
import { applyEvents } from '../playground/client/apply-event.ts';
import { idleRun } from '../playground/client/run-state.ts';
import { comparisonTable } from '../playground/view/compare/comparison-table.ts';
import type { TapeContext } from '../playground/view/tape-context.ts';
import { sourceWithResults } from './result-sections.ts';
import { whenText } from './when-text.ts';

/** What the page about two results shows: their calls beside each other, then their sources. */
export function comparisonSections(results: readonly NamedResult[], context: TapeContext): Html {
  const { words } = context;
  const columns = results.map(({ id, result }) => {
    const state = applyEvents(idleRun, result.events);
    const kernel = state.environment ? `Linux ${state.environment.kernel}, ` : '';
    const name = html`<a href="/r/${id}">${kernel}${whenText(result.ranAt, words)}</a>`;
    return { name, state, id, source: result.request.source };
  });
  return html`<section class="comparison">${comparisonTable(columns, 'runs', words)}</section>
    <div class="desk">
      ${columns.map(
        ({ name, state, id, source }) =>
          html`<div class="source-side">
            <p class="side-head"><b>${words.say('playground.source')}</b> ${name}</p>
            ${sourceWithResults(source, state, { ...context, id: `r-${id}` })}
          </div>`,
      )}
    </div>`;
}
