import type { Tape } from '../../client/explain/scope-of.ts';
import type { FindLine } from '../../client/lines-now.ts';
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
  /** How many calls the line has made: at least one. */
  count: number;
  /** The last of them, as many as a reader may want to see. */
  recent: readonly TapeRow[];
  /** What was changed since: the line that gave this, only others, or only the conditions. */
  outdated?: 'line' | 'others' | 'conditions';
}

/** Calls of one line that are listed; the tape has the others. */
const mostListed = 50;

/** The results at the lines of the present source, where `find` finds them, marked as outdated. */
export function resultsNow(results: readonly LineResult[], find: FindLine): LineResult[] {
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
      count: calls.length,
      recent: calls.slice(-mostListed),
    };
  });
}

/**
 * The result at the end of a line; `place` tells the panes of one playground apart. The list of its
 * calls is empty where a script fills it when it is unfolded.
 */
export function lineResult(
  result: LineResult,
  { id, words }: TapeContext,
  { place = id, calls }: { place?: string; calls?: Html } = {},
): Html {
  const { value, errno, href, call, tone, held } = result;
  const { outdated } = result;
  return html`<span
    class="line-result"
    data-call="${call}"
    data-tone="${tone}"
    ${outdated && html`data-outdated="${outdated}" title="${words.say(outdatedKey(outdated))}"`}
    ><a href="#${id}-call-${call}" title="${words.say('playground.callOf')}">${value}</a
    >${errno && html` <b>${href ? html`<a href="${href}">${errno}</a>` : errno}</b>`}${
      held && html` <i>${held}</i>`
    }${result.count > 1 && times(result, place, words, calls)}</span
  >`;
}

const outdatedKey = (outdated: NonNullable<LineResult['outdated']>): string =>
  outdated === 'conditions' ? 'playground.otherConditions' : 'playground.beforeChange';

/** `×3`, which unfolds the result of each call of the line without moving anything. */
function times({ line, count }: LineResult, place: string, words: Words, calls?: Html): Html {
  const list = `${place}-L${line}-calls`;
  return html` <button
      type="button"
      class="times"
      popovertarget="${list}"
      aria-label="${words.say('playground.times', { count })}"
    >
      ×${count}</button
    ><span id="${list}" class="line-calls" role="list" popover>${calls}</span>`;
}

/** The calls of a line as a list: `3. io_setup = -1 EINVAL`. */
export function callList({ count, recent }: LineResult, words: Words): Html {
  const before = count - recent.length;
  return html`${before > 0 && html`<span role="listitem">1. … ${before}.</span>`}${recent.map(
    (row, at) => html`<span role="listitem">${before + at + 1}. ${callLine(row, words)}</span>`,
  )}`;
}

function callLine(row: TapeRow, words: Words): string {
  const held = heldText(row, words);
  return `${row.name} ${resultLine(row.status)}${held ? ` (${held})` : ''}`;
}
