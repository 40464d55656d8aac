/** Where numbers of lines stand beside the code, in a block of their own. */
const gutter = '.lineno,.linenos,.gutter,.linenodiv,.gl';
/** What an author writes around code, and no highlighter does. */
const prose = 'h1,h2,h3,h4,h5,h6,p,ul,section,article,img,live-man,.live-man:not(pre,code)';

const large = 'body,main,article,section';

/** The `<pre>` with code in an element, or that it is itself; undefined if there is none. */
export function findPre(element: Element): Element | undefined {
  const all = element.matches('pre') ? [element] : [...element.querySelectorAll('pre')];
  return all.find((pre) => !pre.closest(gutter) && !isNumbers(pre));
}

/** Hugo's table has nothing but numbers in the first of two blocks. */
const isNumbers = (pre: Element): boolean =>
  /^[\s\d]*$/.test(pre.textContent) && !!pre.closest('td');

/**
 * All that a highlighter made of one code block: its frame, its title, its buttons. What else the
 * author wrote around it is not part of it.
 *
 * @param within what the block is in, and is never part of it
 */
export function wholeBlock(pre: Element, within?: Element): Element {
  const parent = pre.parentElement!;
  const isWhole = pre === within || parent === within;
  return isWhole || parent.matches(large) || parent.querySelector(prose)
    ? pre
    : wholeBlock(parent, within);
}

/** All that stands for the first code block of an element; undefined if there is none. */
export function blockIn(element: Element): Element | undefined {
  const pre = findPre(element);
  return pre && wholeBlock(pre, element);
}

/**
 * The code block right after an element, where the tag was closed too early: some Markdown ends it
 * with its own paragraph.
 */
export function blockAfter(element: Element): Element | null {
  let at = element;
  while (!at.nextElementSibling && at.parentElement?.tagName === 'P') at = at.parentElement;
  const next = at.nextElementSibling;
  return next && findPre(next) && !next.matches(prose) && !next.querySelector(prose) ? next : null;
}
