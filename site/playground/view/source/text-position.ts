/** A place in a source, both numbers from 1, as compilers and Monaco count. */
export interface TextPosition {
  line: number;
  column: number;
}

/** Where a click has put the cursor in the static source; null if that is not in a line. */
export function cursorIn(host: HTMLElement): TextPosition | null {
  const { anchorNode, anchorOffset = 0 } = getSelection() ?? {};
  if (!anchorNode || !host.contains(anchorNode)) return null;
  const element = anchorNode instanceof Element ? anchorNode : anchorNode.parentElement;
  const line = element?.closest<HTMLElement>('.line[data-line]');
  const text = line?.querySelector('.line-text');
  if (!line || !text) return null;
  const before = document.createRange();
  before.selectNodeContents(text);
  // A click after the code may land in the line's result: it means the end of the code.
  if (text.contains(anchorNode)) before.setEnd(anchorNode, anchorOffset);
  return { line: Number(line.dataset['line']), column: before.toString().length + 1 };
}
