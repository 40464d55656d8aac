import { givenOf } from '../../playground/view/conditions/given.ts';
import { fillPlayground } from '../../playground/view/fill-playground.ts';
import { PlaygroundElement } from '../../playground/view/playground-element.ts';
import type { SharedSnippet } from '../../share/shared-snippet.ts';
import { shortHash } from '../../share/short-hash.ts';

/** Puts a playground with the author's snippet into the page, from the page's own template. */
export function placeSnippet(snippet: SharedSnippet, title: string): PlaygroundElement {
  if (!customElements.get('live-man-playground'))
    customElements.define('live-man-playground', PlaygroundElement);
  const template = document.querySelector<HTMLTemplateElement>('#embed-playground')!;
  const content = document.importNode(template.content, true);
  const playground = content.querySelector<PlaygroundElement>('live-man-playground')!;
  // The page itself imports the scripts that run.
  for (const script of playground.querySelectorAll('script:not([type="application/json"])'))
    script.remove();
  // It wakes up when it is nearly in view, so it can still be filled once it is on the page.
  document.querySelector('main')!.append(playground);
  fillPlayground(playground, {
    id: `embed-${shortHash(JSON.stringify(snippet))}`,
    facts: { ...snippet, given: givenOf(snippet), title, isForeign: true },
    lesson: '',
    report: '',
  });
  return playground;
}
