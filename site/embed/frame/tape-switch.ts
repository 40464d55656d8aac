import type { Words } from '../../words/words.ts';
import { whenNew } from './when-new.ts';

/** Shows or hides the tape: at first as the page's author wishes, then as the reader does. */
export function tapeSwitch(
  playground: HTMLElement,
  button: HTMLButtonElement,
  words: Words,
): (wanted: 'open' | 'closed') => void {
  const show = (state: 'open' | 'closed') => {
    playground.dataset['tape'] = state;
    button.ariaExpanded = String(state === 'open');
    button.textContent = words.say(state === 'open' ? 'embed.hideTape' : 'embed.showTape');
  };
  button.addEventListener('click', () => {
    show(playground.dataset['tape'] === 'open' ? 'closed' : 'open');
  });
  button.hidden = false;
  return whenNew(show);
}
