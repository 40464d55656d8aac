import { Element, Text } from 'linkedom';

/** Elements that stand on a line of their own where no style sheet says otherwise. */
const block = /^(?:ADDRESS|BLOCKQUOTE|DD|DIV|DL|DT|FIGCAPTION|FIGURE|H\d|LI|OL|P|PRE|SECTION|UL)$/;

/** How elements are displayed by default, or by their own style: no style sheets are read. */
function usualStyle(element: Element): Pick<CSSStyleDeclaration, 'display' | 'userSelect'> {
  const own = element.getAttribute('style') ?? '';
  const [, display] = /(?:^|;)\s*display:\s*([\w-]+)/.exec(own) ?? [];
  const [, userSelect = 'auto'] = /user-select:\s*(\w+)/.exec(own) ?? [];
  const isRow = element.tagName === 'TR';
  const usual = isRow ? 'table-row' : block.test(element.tagName) ? 'block' : 'inline';
  return { display: display ?? usual, userSelect };
}

/** Calls what was written for a browser, and takes from one no more than this. */
export function withBrowser<Result>(read: () => Result): Result {
  const names = ['Element', 'Text', 'getComputedStyle'] as const;
  const before = names.map(
    (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
  );
  Object.assign(globalThis, { Element, Text, getComputedStyle: usualStyle });
  try {
    return read();
  } finally {
    for (const [name, own] of before) {
      if (own) Object.defineProperty(globalThis, name, own);
      else Reflect.deleteProperty(globalThis, name);
    }
  }
}
