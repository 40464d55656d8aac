import type { Tape } from '../../client/explain/scope-of.ts';
import { linesNow } from '../../client/lines-now.ts';
import { lineCalls } from '../../client/line-calls.ts';
import type { TapeRow } from '../../client/run-state.ts';
import { html } from '../../../markup/html.ts';
import type { Html } from '../../../markup/html.ts';
import type { TapeContext } from '../tape-context.ts';
import { heldText } from '../tape/held-text.ts';
import { resultLine, resultText, toneOf } from '../tape/result-text.ts';
import type { Tone } from '../tape/result-text.ts';
import type { Words } from '../../../words/words.ts';

/** What any pane shows at the end of a source line: its last call, and all of them. */
export interface LineResult {
  line: number;
  /** Number of the last call on the tape. */
  call: number;
  tone: Tone;
  /** `= -1`; three dots for a call that is waiting, which the tape says in words. */
  value: string;
  errno: string | null;
  /** Where the manual explains the errno, if it does. */
  href: string | null;
  /** What the snippet's variable holds, if that is not the value itself: after libaio's wrapper. */
  held: string | null;
  /** Every call of the line: `2: = -1 EINVAL`. There is at least one. */
  all: string[];
  /** Where the source has been changed since: the line that gave this, or only others. */
  outdated?: 'line' | 'others';
}

/** What the results of an earlier source are worth beside the lines of the present one. */
export function resultsNow(results: readonly LineResult[], before: string, now: string) {
  if (before === now) return results;
  const find = linesNow(before, now);
  return results.flatMap((result): LineResult[] => {
    const place = find(result.line);
    if (!place) return [];
    return [{ ...result, line: place.line, outdated: place.isChanged ? 'line' : 'others' }];
  });
}

/** The results of a tape by source line. */
export function lineResults(tape: Tape, { words, explain }: TapeContext): LineResult[] {
  return lineCalls(tape.rows).map(({ line, calls }) => {
    const last = calls.at(-1)!;
    const text = resultText(last.status);
    const errno = text?.errno ?? null;
    return {
      line,
      call: last.call,
      tone: toneOf(last.status),
      value: text?.value ?? resultLine(last.status),
      errno,
      href: errno && explain.ofCall(last, tape),
      held: errno && last.convention === 'libaio' ? heldText(last, words) : null,
      all: calls.map((row) => callLine(row, words)),
    };
  });
}

function callLine(row: TapeRow, words: Words): string {
  const held = heldText(row, words);
  return `${row.name} ${resultLine(row.status)}${held ? ` (${held})` : ''}`;
}

/** The result at the end of a line; `place` tells the panes of one playground apart. */
export function lineResult(
  result: LineResult,
  { id, words }: TapeContext,
  place: string = id,
): Html {
  const { value, errno, href, call, tone, held } = result;
  const { outdated } = result;
  return html`<span
    class="line-result"
    data-call="${call}"
    data-tone="${tone}"
    ${outdated && html`data-outdated="${outdated}" title="${words.say('playground.beforeChange')}"`}
    ><a href="#${id}-call-${call}" title="${words.say('playground.callOf')}">${value}</a
    >${errno && html` <b>${href ? html`<a href="${href}">${errno}</a>` : errno}</b>`}${
      held && html` <i>${held}</i>`
    }${result.all.length > 1 && allCalls(result, place, words)}</span
  >`;
}

/** `×3`, which unfolds the result of each call of the line without moving anything. */
function allCalls({ line, all }: LineResult, id: string, words: Words): Html {
  const list = `${id}-L${line}-calls`;
  return html` <button
      type="button"
      class="times"
      popovertarget="${list}"
      aria-label="${words.say('playground.times', { count: all.length })}"
    >
      ×${all.length}</button
    ><span id="${list}" class="line-calls" role="list" popover
      >${all.map((each, at) => html`<span role="listitem">${at + 1}. ${each}</span>`)}</span
    >`;
}
