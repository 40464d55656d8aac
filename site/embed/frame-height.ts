import type { RunEvent } from '../../playground-server/protocol/index.ts';

/** Sizes in pixels of a frame as wide as the manual's text; see site/playground/view/styles. */
const lineHeight = 20;
const rowHeight = 26;
const outputFrame = 40;
/** Title, conditions, Run, the report and the words around the tape. */
const around = 430;

/**
 * Height in pixels that a frame needs for a snippet and its recorded run, give or take a few lines:
 * a frame that is too small scrolls, and tells its height to any page that listens.
 */
export function frameHeight(source: string, recorded: readonly RunEvent[]): number {
  const calls = recorded.filter(({ kind }) => kind === 'syscall-entry').length;
  const printed = recorded.flatMap((event) => (event.kind === 'output' ? [event.text] : []));
  const output = printed.length === 0 ? 0 : outputFrame + linesOf(printed.join('')) * lineHeight;
  return around + linesOf(source) * lineHeight + calls * rowHeight + output;
}

const linesOf = (text: string): number => text.trimEnd().split('\n').length;
