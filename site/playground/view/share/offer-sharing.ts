/** Opens and closes the panel below a playground's buttons; what it does is loaded when asked for. */
document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLButtonElement>('[data-share-button]');
  const playground = button?.closest('live-man-playground');
  if (!button || !playground) return;
  void import('./share-panel.ts').then(({ toggleSharePanel }) =>
    toggleSharePanel(playground as never, button),
  );
});
