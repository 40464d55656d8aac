/** Resolves when a playground has woken up, and so shows its controls. */
export function unveiled(controls: HTMLElement): Promise<void> {
  if (!controls.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (controls.hidden) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(controls, { attributeFilter: ['hidden'] });
  });
}
