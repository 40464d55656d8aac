import { mayRunUnasked } from './unasked-run.ts';
import { unveiled } from './unveiled.ts';

/**
 * Runs the snippet once, when the reader can see it, unless another frame of the page did. Only
 * inside somebody else's page, whose author chose the snippet; a link may bring one from anywhere.
 */
export function runWhenVisible(playground: HTMLElement): void {
  if (parent === window) return;
  const button = playground.querySelector<HTMLButtonElement>('[data-action="run"]');
  const controls = playground.querySelector<HTMLElement>('.controls');
  if (!button || !controls) return;
  const run = async (): Promise<void> => {
    await unveiled(controls);
    if (await mayRunUnasked()) button.click();
  };
  const observer = new IntersectionObserver(([entry]) => {
    if (!entry?.isIntersecting) return;
    observer.disconnect();
    void run();
  });
  observer.observe(button);
}
