import type { PressMessage } from '../embed-message.ts';
import { mayRunUnasked } from './unasked-run.ts';
import { unveiled } from './unveiled.ts';

/**
 * Presses a button of a playground for the page around it, once the playground is awake: the page
 * can do no more than its reader could, and nothing while the button is not there. A reader who has
 * not touched the frame has asked for nothing, and so has one run at most.
 */
export async function press(root: HTMLElement, kind: PressMessage['kind']): Promise<void> {
  const button = root.querySelector<HTMLButtonElement>(`[data-action="${kind}"]`);
  const controls = root.querySelector<HTMLElement>('.controls');
  if (!button || !controls) return;
  await unveiled(controls);
  const isAsked = kind === 'reset' || navigator.userActivation.hasBeenActive;
  if (!button.hidden && (isAsked || (await mayRunUnasked()))) button.click();
}
