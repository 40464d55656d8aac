/** A place in a source, both numbers from 1, as compilers and Monaco count. */
export interface TextPosition {
  line: number;
  column: number;
}

/** Where the cursor stands that a click has left in the static source; null when not in a line. */
export function cursorIn(host: HTMLElement): TextPosition | null {
  const { anchorNode, anchorOffset = 0 } = getSelection() ?? {};
  if (!anchorNode || !host.contains(anchorNode)) return null;
  const element = anchorNode instanceof Element ? anchorNode : anchorNode.parentElement;
  const line = element?.closest<HTMLElement>('.line[data-line]');
  const text = line?.querySelector('.line-text');
  if (!line || !text) return null;
  const before = document.createRange();
  before.selectNodeContents(text);
  // A click behind the code may land in the result there: the end of the code is meant.
  if (text.contains(anchorNode)) before.setEnd(anchorNode, anchorOffset);
  return { line: Number(line.dataset['line']), column: before.toString().length + 1 };
}
