import type { Tape } from '../../client/explain/scope-of.ts';
import type { FindLine } from '../../client/lines-now.ts';
import { lineCalls } from '../../client/line-calls.ts';
import type { RunState, TapeRow } from '../../client/run-state.ts';
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
  /** Number of the last call on the tape; null if the tape was full before the line made any. */
  call: number | null;
  tone: Tone;
  /** `= -1`; three dots for a call that is waiting, which the tape says in words; may be empty. */
  value: string;
  errno: string | null;
  /** Where the manual explains the errno, if it does. */
  href: string | null;
  /** What the snippet's variable holds, if that is not the value itself: after libaio's wrapper. */
  held: string | null;
  /** How many calls the line has made: at least one; and how many of them are on the tape. */
  count: number;
  told: number;
  /** The last of those on the tape, as many as a reader may want to see. */
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

/** The results of a tape by source line, and of the calls that it had no room for their number. */
export function lineResults(
  tape: Tape & Partial<Pick<RunState, 'untold'>>,
  { words, explain }: TapeContext,
): LineResult[] {
  return lineCalls(tape.rows, tape.untold).map(({ line, calls, count }): LineResult => {
    const last = calls.at(-1);
    if (!last) return { ...unseen, line, count };
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
      count,
      told: calls.length,
      recent: calls.slice(-mostListed),
    };
  });
}

/** A line of which no call is on the tape. */
const unseen: Omit<LineResult, 'line' | 'count'> = {
  call: null,
  tone: 'unreturned',
  value: '',
  errno: null,
  href: null,
  held: null,
  told: 0,
  recent: [],
};

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
    ${call !== null && html`data-call="${call}"`}
    data-tone="${tone}"
    ${outdated && html`data-outdated="${outdated}" title="${words.say(outdatedKey(outdated))}"`}
    >${
      call !== null &&
      html`<a href="#${id}-call-${call}" title="${words.say('playground.callOf')}">${value}</a>`
    }${errno && html` <b>${href ? html`<a href="${href}">${errno}</a>` : errno}</b>`}${
      held && html` <i>${held}</i>`
    }${(result.count > 1 || call === null) && times(result, place, words, calls)}</span
  >`;
}

const outdatedKey = (outdated: NonNullable<LineResult['outdated']>): string =>
  outdated === 'conditions' ? 'playground.otherConditions' : 'playground.beforeChange';

/** `×3`, which unfolds the result of each call of the line without moving anything. */
function times({ line, count, told }: LineResult, place: string, words: Words, calls?: Html): Html {
  const said = told < count ? 'playground.timesBeyond' : 'playground.times';
  const list = `${place}-L${line}-calls`;
  return html` <button
      type="button"
      class="times"
      popovertarget="${list}"
      aria-label="${words.say(said, { count })}"
    >
      ×${count}</button
    ><span id="${list}" class="line-calls" role="list" popover>${calls}</span>`;
}

/** The calls of a line as a list: `3. io_setup = -1 EINVAL`; `1. … 2.` for those that are left out. */
export function callList({ count, told, recent }: LineResult, words: Words): Html {
  const before = told - recent.length;
  const leftOut = (from: number, to: number) =>
    to >= from && html`<span role="listitem">${from}. … ${to}.</span>`;
  return html`${leftOut(1, before)}${recent.map(
    (row, at) => html`<span role="listitem">${before + at + 1}. ${callLine(row, words)}</span>`,
  )}${leftOut(told + 1, count)}`;
}

function callLine(row: TapeRow, words: Words): string {
  const held = heldText(row, words);
  return `${row.name} ${resultLine(row.status)}${held ? ` (${held})` : ''}`;
}
