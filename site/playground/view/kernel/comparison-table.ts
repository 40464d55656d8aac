import { html } from '../../../markup/html.ts';
import type { Html } from '../../../markup/html.ts';
import type { Words } from '../../../words/words.ts';
import { alignTapes, differs, type AlignedCall } from '../../client/align-tapes.ts';
import type { KernelRun } from '../../client/run-on-kernels.ts';
import { hasEnded, type TapeRow } from '../../client/run-state.ts';
import { runReport } from '../output/run-report.ts';
import { resultLine, toneOf } from '../tape/result-text.ts';
import { kernelName } from './kernel-form.ts';

/** More calls than a reader compares: of a longer tape only those are shown that differ. */
const mostRows = 200;

/** The tapes of one snippet side by side, a column for each kernel, and what differs marked. */
export function comparisonTable(runs: readonly KernelRun[], words: Words): Html {
  const isOver = runs.map(({ state }) => hasEnded(state));
  const calls = alignTapes(runs.map(({ state }) => state.rows));
  const different = new Set(calls.filter((call) => differs(call, isOver)));
  const shown = (calls.length > mostRows ? [...different] : calls).slice(0, mostRows);
  const reports = runs.map(({ state }) => runReport(state, words));
  return html`<p role="status">${verdict(different.size, isOver, words)}</p>
    <div
      class="scroller"
      tabindex="0"
      role="group"
      aria-label="${words.say('playground.kernels.title')}"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">${words.say('playground.kernels.call')}</th>
            ${runs.map(({ kernel }) => html`<th scope="col">${kernelName(kernel, words)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${shown.map((call) => callRow(call, isOver, different.has(call), words))}
          <tr>
            <th scope="row">${words.say('playground.kernels.end')}</th>
            ${reports.map(({ sentence, tone }) => html`<td data-tone="${tone}">${sentence}</td>`)}
          </tr>
        </tbody>
      </table>
    </div>`;
}

function verdict(different: number, isOver: readonly boolean[], words: Words): string {
  if (isOver.includes(false)) return words.say('playground.kernels.running');
  if (different > 0) return words.say('playground.kernels.differ', { count: different });
  return words.say('playground.kernels.same');
}

function callRow(
  { name, line, rows }: AlignedCall,
  isOver: readonly boolean[],
  isDifferent: boolean,
  words: Words,
): Html {
  return html`<tr ${isDifferent && html`data-differs`}>
    <th scope="row">
      <code>${name}</code
      >${line !== null && html` <small>${words.say('playground.kernels.line', { line })}</small>`}
    </th>
    ${rows.map((row, at) => cell(row, isOver[at]!, words))}
  </tr>`;
}

function cell(row: TapeRow | null, isOver: boolean, words: Words): Html {
  if (row)
    return html`<td data-tone="${toneOf(row.status)}"><code>${resultLine(row.status)}</code></td>`;
  return html`<td>${isOver && words.say('playground.kernels.notMade')}</td>`;
}
