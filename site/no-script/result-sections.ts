import type { OmittedEvents } from '../../playground-server/protocol/index.ts';
import { adviseBeginners } from '../playground/client/advise-beginners.ts';
import type { RunState } from '../playground/client/run-state.ts';
import { html } from '../markup/html.ts';
import type { Html } from '../markup/html.ts';
import { diagnosticList } from '../playground/view/output/diagnostic-list.ts';
import { environmentList } from '../playground/view/output/environment-list.ts';
import { outputText } from '../playground/view/output/output-text.ts';
import { reportText } from '../playground/view/output/report-text.ts';
import { runReport } from '../playground/view/output/run-report.ts';
import { callList, lineResult, lineResults } from '../playground/view/source/line-result.ts';
import { tapeRow } from '../playground/view/tape/tape-row.ts';
import { untoldList } from '../playground/view/tape/untold-list.ts';
import type { TapeContext } from '../playground/view/tape-context.ts';

/** 64 KiB of line feeds would be as many elements; what a person reads has fewer lines. */
const markedLines = 1000;

/**
 * A finished run: how it ended, the source with its results, the tape, the output.
 * @param more the sentences that say where the rest is, for which a page has no room
 */
export function resultSections(
  source: string,
  run: RunState,
  omitted: OmittedEvents,
  context: TapeContext,
  more: { calls: string; output: string },
): Html {
  const { words, id } = context;
  const report = runReport(run, words);
  const said = html`<p class="report" data-tone="${report.tone}">
    ${reportText(report, id, words)}
  </p>`;
  if (run.phase.kind === 'rejected') return said;
  return html`${said}${diagnosticList(adviseBeginners(run.diagnostics, source), id, words)}
    <div class="desk">
      <div class="source-side">
        <p class="side-head"><b>${words.say('playground.source')}</b></p>
        ${sourceWithResults(source, run, context)}
      </div>
      <div class="tape-side">
        <p class="side-head"><b>${words.say('playground.tape')}</b></p>
        ${tape(run, context)}
        ${omitted.calls > 0 && html`<p>${words.say(more.calls, { count: omitted.calls })}</p>`}
      </div>
    </div>
    <div class="output" role="group" aria-label="${words.say('playground.output')}">
      ${outputText(run, words)}
      ${omitted.outputLength > 0 && html`<p>${words.say(more.output)}</p>`}
    </div>
    ${environment(run, context)}`;
}

/** The source with what each of its lines returned at its end. */
export function sourceWithResults(source: string, run: RunState, context: TapeContext): Html {
  const results = new Map(lineResults(run, context).map((result) => [result.line, result]));
  const severities = new Map(
    adviseBeginners(run.diagnostics, source).map(({ line, severity }) => [line, severity]),
  );
  // What follows the last line feed is not a line.
  const lines = source.replace(/\n$/, '').split('\n');
  const rest = lines.slice(markedLines).map((text) => `\n${text}`);
  const marked = lines.slice(0, markedLines).map((text, at) => {
    const number = at + 1;
    const result = results.get(number);
    const severity = severities.get(number);
    const end = result && lineResult(result, context, { calls: callList(result, context.words) });
    return html`${at > 0 && '\n'}<span
        class="line"
        id="${context.id}-L${number}"
        data-line="${number}"
        ${severity && html`data-severity="${severity}"`}
        ><span class="line-text">${text}</span><span class="line-end">${end}</span></span
      >`;
  });
  return html`<pre
    class="source"
    tabindex="0"
    translate="no"
    role="region"
    aria-label="${context.words.say('playground.source')}"
  ><code>${marked}${rest.join('')}</code></pre>`;
}

function tape(run: RunState, context: TapeContext): Html {
  const { rows, phase } = run;
  const { words } = context;
  const ran = phase.kind === 'finished' && phase.outcome.kind !== 'not-compiled';
  const nothing = words.say(ran ? 'playground.noCalls' : 'playground.emptyTape');
  return html`<div
    class="tape"
    tabindex="0"
    role="region"
    aria-label="${words.say('playground.tape')}"
  >
    <ol>
      ${rows.map((row) => tapeRow(row, run, context))}
    </ol>
    <p class="nothing">${nothing}</p>
    ${run.untold && untoldList(run.untold, context)}
  </div>`;
}

function environment({ environment: machine, limits }: RunState, { words }: TapeContext): Html {
  if (!machine || !limits) return html``;
  return html`<details class="environment">
    <summary>${words.say('playground.environment')}</summary>
    ${environmentList(machine, limits, words)}
  </details>`;
}
