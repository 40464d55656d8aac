import { html } from '../../../markup/html.ts';
import type { Html } from '../../../markup/html.ts';
import type { Words } from '../../../words/words.ts';
import { alignTapes, differs, type AlignedCall } from '../../client/align-tapes.ts';
import { hasEnded, type RunState, type TapeRow } from '../../client/run-state.ts';
import { runReport } from '../output/run-report.ts';
import { resultLine, toneOf } from '../tape/result-text.ts';

/** More calls than a reader compares: of a longer tape only those are shown that differ. */
const mostRows = 200;

/** One run among those that are compared. */
export interface ComparedRun {
  name: string | Html;
  state: RunState;
}

/** What the sentences about a comparison are about: one snippet on several kernels, or any runs. */
type Compared = 'kernels' | 'runs';

/** Tapes side by side, a column for each run, and what differs marked. */
export function comparisonTable(
  runs: readonly ComparedRun[],
  compared: Compared,
  words: Words,
): Html {
  const isOver = runs.map(({ state }) => hasEnded(state));
  const calls = alignTapes(runs.map(({ state }) => state.rows));
  const different = new Set(calls.filter((call) => differs(call, isOver)));
  const shown = (calls.length > mostRows ? [...different] : calls).slice(0, mostRows);
  const reports = runs.map(({ state }) => runReport(state, words));
  return html`<p role="status">${verdict(different.size, isOver, compared, words)}</p>
    <div
      class="scroller"
      tabindex="0"
      role="group"
      aria-label="${words.say(`playground.${compared}.title`)}"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">${words.say('playground.kernels.call')}</th>
            ${runs.map(({ name }) => html`<th scope="col">${name}</th>`)}
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

function verdict(
  different: number,
  isOver: readonly boolean[],
  compared: Compared,
  words: Words,
): string {
  if (isOver.includes(false)) return words.say('playground.kernels.running');
  if (different > 0) return words.say(`playground.${compared}.differ`, { count: different });
  return words.say(`playground.${compared}.same`);
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
