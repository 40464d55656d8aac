/** What highlighters put into a code block that is no part of the code, and no reader can copy. */
const unread = [
  'button,style,script,template,svg,clipboard-copy,[aria-hidden=true]',
  '.lineno,.linenos,.gutter,.linenumber,.line-number:not(.code-line),.line-numbers,.ln,.lnt',
  '.hljs-ln-numbers,.conum,.conum+b',
  // reveal.js repeats the whole code for each of its steps.
  'code~.fragment',
].join();
/** Lines that a diff shows as removed. */
const removed = '.diff.remove,.line.remove,.del';
/** How elements are displayed that stand on a line of their own. */
const ownLine = /^(block|flex|grid|list|table-r)/;

/**
 * The text of a highlighted code block, as a reader would copy it: some highlighters make elements
 * of its lines, some write `<br>`, and most can add numbers, marks and buttons.
 */
export function readLines(block: Element): string {
  let text = '';
  /** A line has just ended with its element, without a line feed: one right after adds none. */
  let hasEnded = false;

  const write = (piece: string) => {
    const rest = hasEnded ? piece.replace(/^\n/, '') : piece;
    if (piece) hasEnded = false;
    text += rest;
  };

  const readLine = (element: Element) => {
    if (text && !text.endsWith('\n')) text += '\n';
    hasEnded = false;
    const start = text.length;
    readAll(element);
    if (text.length > start && text.endsWith('\n')) return;
    text += '\n';
    hasEnded = true;
  };

  const read = (node: Node) => {
    if (node instanceof Text) return write(node.data.replace(/\r\n?/g, '\n'));
    if (!(node instanceof Element)) return;
    // A callout stands in a comment of its own.
    if (node.matches('.conum')) text = text.replace(/ *\/\/ *$/, '');
    if (node.matches(unread)) return;
    if (node.matches(removed)) {
      hasEnded = !text || text.endsWith('\n');
      return;
    }
    if (node.tagName === 'BR') return write('\n');
    const { display, position, userSelect } = getComputedStyle(node);
    if (userSelect === 'none') return;
    // Material's anchors are blocks, because they stand outside of the text.
    if (ownLine.test(display) && position !== 'absolute') readLine(node);
    else readAll(node);
  };

  const readAll = (element: Element) => element.childNodes.forEach(read);

  readAll(block);
  return text;
}
