/** Opens the dialogue for the playground whose button was pressed; its code is loaded only then. */
document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest('[data-embed-button]');
  const playground = button?.closest<HTMLElement>('live-man-playground');
  const dialog = document.querySelector<HTMLDialogElement>('.embed-dialog');
  if (!playground || !dialog) return;
  void import('./open-embed-dialog.ts').then(({ openEmbedDialog }) =>
    openEmbedDialog(dialog, playground),
  );
});
