import type { Html } from '../../../markup/html.ts';
import { placeBeside } from '../place-beside.ts';

/**
 * Unfolds the results of all calls of a line while the reader points at its `×3` or focuses it. Only
 * then is their list made: a line may make thousands of calls, and few of the lists are ever seen.
 */
export function showLineCalls(host: HTMLElement, listOf: (line: number) => Html): void {
  const buttonOf = (event: Event) => (event.target as Element).closest<HTMLElement>('.times');
  const show = (event: Event) => {
    const button = buttonOf(event);
    const list = button && placeOf(button);
    if (!list || list.matches(':popover-open')) return;
    const { line } = button.closest<HTMLElement>('[data-line]')!.dataset;
    list.innerHTML = listOf(Number(line)).markup;
    list.showPopover();
    placeBeside(list, button);
  };
  const hide = (event: Event) => {
    const list = buttonOf(event)?.nextElementSibling as HTMLElement | null | undefined;
    if (list?.matches(':popover-open')) list.hidePopover();
  };
  host.addEventListener('pointerover', (event) => event.pointerType === 'mouse' && show(event));
  host.addEventListener('pointerout', (event) => event.pointerType === 'mouse' && hide(event));
  host.addEventListener('focusin', show);
  host.addEventListener('focusout', hide);
  host.addEventListener('click', (event) => {
    if (!buttonOf(event)) return;
    // The button would close again what the pointer or the focus has just opened.
    event.preventDefault();
    show(event);
  });
}

const placeOf = (button: HTMLElement): HTMLElement | null =>
  document.getElementById(button.getAttribute('popovertarget') ?? '');
