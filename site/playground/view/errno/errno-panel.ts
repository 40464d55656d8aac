import { html } from '../../../markup/html.ts';
import type { Words } from '../../../words/words.ts';
import { placeBeside } from '../place-beside.ts';
import { conditionsAt } from './conditions-at.ts';
import type { ToldCondition } from './conditions-at.ts';

/** Errnos of a run, each with the address at which the manual explains it. */
const errnoLinks = ':is(.result, .argument, .fields, .line-result b) a[href*="#"]';

/**
 * Makes an errno open a panel that says when a call sets it; only the link in the panel leaves the
 * page. A click with a modifier opens the manual elsewhere, as with any link.
 */
export function explainErrnos(playground: HTMLElement, words: Words): void {
  let panel: HTMLElement | undefined;
  playground.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>(errnoLinks);
    // In a frame all links open elsewhere.
    const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || !!link?.target;
    if (!link || link.closest('.errno-panel') || isElsewhere) return;
    event.preventDefault();
    panel ??= makePanel(playground);
    void explain(panel, link, words);
  });
}

function makePanel(playground: HTMLElement): HTMLElement {
  const panel = document.createElement('div');
  panel.className = 'errno-panel';
  panel.popover = 'auto';
  panel.role = 'dialog';
  playground.append(panel);
  return panel;
}

async function explain(panel: HTMLElement, link: HTMLAnchorElement, words: Words): Promise<void> {
  const errno = link.textContent;
  panel.ariaLabel = words.say('playground.errno.panel', { errno });
  const show = (said: string) => {
    panel.innerHTML = said;
    if (!panel.matches(':popover-open')) panel.showPopover();
    placeBeside(panel, link);
  };
  const address = new URL(link.href);
  const asked = (panel.dataset['of'] = link.href);
  show(panelMarkup(link.href, words, null));
  panel.querySelector('a')!.focus({ preventScroll: true });
  const told = await conditionsAt(address).catch(() => []);
  if (panel.dataset['of'] !== asked || !panel.matches(':popover-open')) return;
  show(panelMarkup(link.href, words, told));
  panel.querySelector<HTMLElement>('a.open')!.focus({ preventScroll: true });
}

/** @param told null while the page is being fetched */
function panelMarkup(href: string, words: Words, told: readonly ToldCondition[] | null): string {
  const [only, ...others] = told ?? [];
  const said =
    only && others.length === 0
      ? html`<p>${only.sentence}</p>`
      : html`${others.length > 0 && html`<p>${words.say('playground.errno.several')}</p>`}
          <ul>
            ${(told ?? []).map((each) => html`<li><a href="${each.href}">${each.sentence}</a></li>`)}
          </ul>`;
  return html`<div aria-live="polite">${told ? said : '…'}</div>
    <p><a class="open" href="${href}">${words.say('playground.errno.open')}</a></p>`.markup;
}
