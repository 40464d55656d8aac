import type { PlaygroundElement } from '../../playground/view/playground-element.ts';
import { playgroundHref } from '../../share/playground-href.ts';

/** Opens the reader's version of the snippet on the playground's own page, in a new tab. */
export function openInPlayground(button: HTMLButtonElement, playground: PlaygroundElement): void {
  button.hidden = false;
  const open = async (): Promise<void> => {
    // Within the click: any later, a browser would take it for an unwanted window.
    const tab = window.open('', '_blank');
    const href = await playgroundHref(document.documentElement.lang, playground.snippet);
    if (!tab) return;
    tab.opener = null;
    tab.location.href = new URL(href, location.href).href;
  };
  button.addEventListener('click', () => void open());
}
