import type { ParentPage } from './parent-page.ts';

/** Tells the author what to fix: in the frame, and once in the embedding page's console. */
export function showComplaints(
  place: HTMLElement,
  sentences: readonly string[],
  page: ParentPage,
): void {
  const list = place.querySelector('ul')!;
  const items = sentences.map((sentence) => {
    const item = document.createElement('li');
    item.textContent = sentence;
    return item;
  });
  const isNew = items.map(({ textContent }) => textContent).join('\n') !== textOf(list);
  list.replaceChildren(...items);
  place.hidden = items.length === 0;
  if (isNew && items.length > 0) page.complain(sentences);
}

const textOf = (list: HTMLElement): string =>
  Array.from(list.children, ({ textContent }) => textContent).join('\n');
