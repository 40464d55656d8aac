import type { SearchEntry } from '../search-entry.ts';
import type { TextHit } from './full-text.ts';

/** A name: `EINVAL io_setup(2)`, and what it is about; a condition by its sentence. */
export function nameItem(entry: SearchEntry): HTMLElement {
  const { kind, name, also = [], page, about = '', href } = entry;
  if (kind === 'condition') {
    const [errno = ''] = also;
    return item(href, [span('about', about), span('page', `${errno} ${page}`), span('id', name)]);
  }
  const shown = [span('name', name), page.startsWith(name) ? '' : span('page', page)];
  return item(href, [...shown, span('about', about)]);
}

/** A place in a text: the page, the section, and the words around the match. */
export function textItem({ page, title, excerpt, href }: TextHit): HTMLElement {
  const words = span('about', '');
  // Pagefind escapes the page's text and adds nothing but <mark>.
  words.innerHTML = excerpt;
  return item(href, [span('name', page), span('page', title), words]);
}

function item(href: string, children: (Node | string)[]): HTMLElement {
  const link = document.createElement('a');
  link.href = href;
  // The spaces keep the words apart in the link's accessible name.
  link.append(...children.flatMap((child) => [child, ' ']));
  const row = document.createElement('li');
  row.append(link);
  return row;
}

function span(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}
